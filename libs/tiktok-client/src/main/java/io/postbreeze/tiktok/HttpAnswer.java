package io.postbreeze.tiktok;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One whole HTTP answer, before anybody has tried to understand it.
 *
 * @param status the HTTP status
 * @param logId header {@code x-tt-logid}, checked; null when absent or odd
 * @param retryAfter header {@code Retry-After} when it is a number of seconds
 * @param contentRange header {@code Content-Range}, unchecked
 * @param body the bytes, at most {@link #MAX_BODY_BYTES}
 */
record HttpAnswer(
        int status,
        @Nullable String logId,
        @Nullable Duration retryAfter,
        @Nullable String contentRange,
        Buffer body) {

    /** More than any documented answer needs, and little enough to hold. */
    static final int MAX_BODY_BYTES = 1024 * 1024;

    private static final Pattern LOG_ID = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final Pattern CODE_MISFITS = Pattern.compile("[^a-z0-9_.]");
    private static final int MAX_CODE = 64;
    private static final int MAX_DETAIL = 200;

    static HttpAnswer of(int status, MultiMap headers, Buffer body) {
        return new HttpAnswer(
                status,
                safeLogId(headers.get("x-tt-logid")),
                seconds(headers.get("Retry-After")),
                headers.get("Content-Range"),
                body);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Log ids end up in rows and log lines, so only plain ones pass. */
    static @Nullable String safeLogId(@Nullable String raw) {
        return raw != null && LOG_ID.matcher(raw).matches() ? raw : null;
    }

    /** Codes become metric labels and log keys: lower case, few characters, short. */
    static String safeCode(String raw) {
        String code = CODE_MISFITS.matcher(raw.toLowerCase(Locale.ROOT)).replaceAll("_");
        return code.length() > MAX_CODE ? code.substring(0, MAX_CODE) : code;
    }

    static @Nullable String safeDetail(@Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        String line = raw.replaceAll("\\p{Cntrl}", " ");
        return line.length() > MAX_DETAIL ? line.substring(0, MAX_DETAIL) : line;
    }

    private static @Nullable Duration seconds(@Nullable String raw) {
        return raw != null && SECONDS.matcher(raw).matches() ? Duration.ofSeconds(Long.parseLong(raw)) : null;
    }
}
