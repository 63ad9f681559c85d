package io.postbreeze.postapi.workspace;

import io.postbreeze.postapi.body.Body;
import io.postbreeze.postapi.naming.NearestName;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A workspace that is asked for.
 *
 * @param name 1 to 80 characters
 * @param slug lower-case letters, digits and dashes; derived from the name when left out
 * @param timezone IANA name
 * @param timeFormat how its people read the clock
 */
record NewWorkspace(String name, @Nullable String slug, String timezone, TimeFormat timeFormat) {
    private static final int LONGEST_NAME = 80;
    private static final Set<String> FIELDS = Set.of("name", "slug", "timezone", "timeFormat");

    static NewWorkspace read(@Nullable Map<?, ?> json) {
        Body body = Body.of(json, FIELDS);
        String name = body.requiredText("name", LONGEST_NAME);
        Optional<String> slug = body.text("slug", Slug.LONGEST);
        if (slug.isPresent() && !Slug.isValid(slug.get())) {
            body.invalid("slug", "Use lower-case letters, digits and single dashes between them.");
        }
        String timezone = body.text("timezone", 64).orElse("UTC");
        Set<String> zones = ZoneId.getAvailableZoneIds();
        if (!zones.contains(timezone)) {
            String meant = NearestName.of(timezone, zones).orElse("Europe/Berlin");
            body.invalid("timezone", "This is no IANA time zone, such as " + meant + ".");
        }
        TimeFormat format = body.choice("timeFormat", TimeFormat.class).orElse(TimeFormat.H24);
        body.check();
        return new NewWorkspace(name.strip(), slug.orElse(null), timezone, format);
    }
}
