package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of schedule and reschedule: a time under either name, or now. */
final class TimeCommand {
    private static final Set<String> NAMES = Set.of("scheduledFor", "scheduledAt", "publishNow");

    private TimeCommand() {}

    /** The edit that it means; fails with 400 unless it names exactly one thing that may be named. */
    static Map<String, Object> edit(@Nullable Map<String, Object> body) {
        if (body == null || body.size() != 1) {
            throw refused("MUST_SPECIFY_EXACTLY_ONE", "scheduledFor", "Send scheduledFor or scheduledAt with a time.");
        }
        Map.Entry<String, Object> field = body.entrySet().iterator().next();
        if (!NAMES.contains(field.getKey())) {
            throw refused(
                    "UNKNOWN_FIELD",
                    field.getKey(),
                    "There is no field of this name here. Send scheduledFor or scheduledAt with a time.");
        }
        if (field.getValue() == null || Boolean.FALSE.equals(field.getValue())) {
            throw refused("FIELD_REQUIRED", field.getKey(), "Name a time such as 2026-12-24T18:00:00Z.");
        }
        return Map.of(field.getKey(), field.getValue());
    }

    private static ApiException refused(String code, String path, String message) {
        return new ApiException(400, code, message, List.of(new Violation(path, code, message)));
    }
}
