package io.postbreeze.postapi.post.validation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a body in either shape into one {@link PostRequest}, noting everything about its form that is wrong. */
public final class RequestReader {
    private static final Set<String> OPTION_FIELDS = Set.of(
            "platform",
            "privacy",
            "allowComments",
            "allowDuet",
            "allowStitch",
            "autoAddMusic",
            "brandOrganicToggle",
            "brandContentToggle",
            "photoTitle",
            "isAigc",
            "videoCoverTimestampMs",
            "photoCoverIndex",
            "postMode",
            "photoFit",
            "autoRepair",
            "skipAfter",
            "giveUpAfter");

    private static final Set<String> PLATFORMS = Set.of("TIKTOK_PERSONAL", "TIKTOK_BUSINESS");
    private static final Set<String> POST_MODES = Set.of("DIRECT_POST", PlatformOptions.MEDIA_UPLOAD);
    private static final Set<String> PHOTO_FITS = Set.of(PlatformOptions.CROP, "pad", "fit");

    private static final int MOST_TARGETS = 100;
    private static final Duration SHORTEST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(7);

    private final FormNotes notes = new FormNotes();
    private final Fields body;

    private RequestReader(Map<?, ?> body) {
        this.body = new Fields("", body, notes);
    }

    /** Reads a JSON object; the request is null when the list of accounts itself cannot be told. */
    public static Reading read(Map<?, ?> body) {
        RequestReader reader = new RequestReader(body);
        PostRequest request = reader.request();
        return new Reading(request, reader.notes.broken(), reader.notes.unread());
    }

    private @Nullable PostRequest request() {
        boolean flat = body.has(Shape.FLAT.targets());
        boolean nested = body.has(Shape.NESTED.targets());
        if (flat == nested) {
            String message = flat
                    ? "Send platforms (flat shape) or targets (nested shape), not both."
                    : "Name at least one account in platforms (flat shape) or targets (nested shape).";
            Shape meant = body.hasAny(Shape.NESTED.ownNames()) ? Shape.NESTED : Shape.FLAT;
            body.note(meant.targets(), PostRule.MUST_SPECIFY_EXACTLY_ONE, message);
            return null;
        }
        return request(flat ? Shape.FLAT : Shape.NESTED);
    }

    private PostRequest request(Shape shape) {
        body.refuseUnknown(shape.fields(), shape);
        String caption = body.text(shape.caption());
        Instant scheduledAt = body.instant(shape.scheduledAt());
        boolean publishNow = body.flag("publishNow");
        if (scheduledAt != null && publishNow) {
            body.invalid("publishNow", "Send a time or publishNow, not both.");
        }
        List<TargetRequest> targets = body.objects(shape.targets()).stream()
                .map(target -> target(shape, target))
                .toList();
        if (targets.isEmpty() && notes.isEmpty()) {
            body.note(shape.targets(), PostRule.FIELD_REQUIRED, "Name at least one account.");
        }
        if (targets.size() > MOST_TARGETS) {
            body.invalid(shape.targets(), "A post goes to at most " + MOST_TARGETS + " accounts.");
        }
        return new PostRequest(
                shape,
                caption == null ? "" : caption,
                scheduledAt,
                body.instant(shape.draftScheduledAt()),
                timezone(),
                publishNow,
                body.texts("mediaIds"),
                body.textsByKey("mediaAltText"),
                MediaItemReader.read(body),
                targets);
    }

    private @Nullable String timezone() {
        String name = body.text("timezone");
        if (name == null || ZoneId.getAvailableZoneIds().contains(name)) {
            return name;
        }
        body.invalid("timezone", "This is no IANA time zone, such as Europe/Berlin.");
        return null;
    }

    private static TargetRequest target(Shape shape, Fields target) {
        target.refuseUnknown(shape.targetFields(), shape);
        Fields options = target.object("platformOptions");
        if (options == null && !target.has("platformOptions")) {
            target.note("platformOptions", PostRule.FIELD_REQUIRED, "platform and privacy are required here.");
        }
        return new TargetRequest(
                target.path(),
                target.requiredText(shape.accountId()),
                target.text("captionOverride"),
                target.text("firstComment"),
                target.texts("mediaIds"),
                options == null ? nothing() : options(options));
    }

    private static PlatformOptions options(Fields options) {
        options.refuseUnknown(OPTION_FIELDS);
        return new PlatformOptions(
                platform(options),
                options.text("privacy"),
                options.flag("allowComments"),
                options.flag("allowDuet"),
                options.flag("allowStitch"),
                options.flag("autoAddMusic"),
                options.flag("brandOrganicToggle"),
                options.flag("brandContentToggle"),
                options.text("photoTitle"),
                options.flag("isAigc"),
                options.number("videoCoverTimestampMs"),
                coverIndex(options),
                options.word("postMode", POST_MODES),
                options.word("photoFit", PHOTO_FITS),
                options.flag("autoRepair"),
                options.duration("skipAfter", SHORTEST_PATIENCE, LONGEST_PATIENCE),
                options.duration("giveUpAfter", SHORTEST_PATIENCE, LONGEST_PATIENCE));
    }

    private static @Nullable String platform(Fields options) {
        if (options.has("platform")) {
            return options.word("platform", PLATFORMS);
        }
        return options.requiredText("platform");
    }

    /** A number that no list can have is told as what it is: out of range. */
    private static @Nullable Integer coverIndex(Fields options) {
        Long index = options.number("photoCoverIndex");
        return index == null ? null : (int) Math.clamp(index, -1, Integer.MAX_VALUE);
    }

    private static PlatformOptions nothing() {
        return new PlatformOptions(
                null, null, false, false, false, false, false, false, null, false, null, null, null, null, false, null,
                null);
    }

    /**
     * What was read.
     *
     * @param request the request, null when it could not be read at all; not to be used when anything is broken
     * @param broken everything that is wrong with its form
     * @param unread paths of values that are there but were not understood
     */
    public record Reading(@Nullable PostRequest request, List<Broken> broken, Set<String> unread) {}
}
