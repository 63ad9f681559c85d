package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checked wish to have a file fetched. Whether the URL may be asked at all is found out when it is.
 *
 * @param url where the file is; may carry a signature, so it is kept no longer than the fetch lasts and never logged
 * @param kind announced
 * @param altText what it shows, null if that was not said
 */
record FetchOrder(String url, MediaKind kind, @Nullable String altText) {
    private static final int LONGEST_ALT_TEXT = 1_000;
    private static final int LONGEST_NAME = 255;
    private static final Map<String, MediaKind> TYPES =
            Map.of("image", MediaKind.PHOTO, "gif", MediaKind.PHOTO, "video", MediaKind.VIDEO);

    /** Checks a request; fails with 400 naming every wrong field. */
    static FetchOrder of(@Nullable FromUrlRequest request) {
        if (request == null) {
            throw new ApiException(400, "BAD_REQUEST", "Send a JSON object with url.");
        }
        List<Violation> violations = new ArrayList<>();
        String url = request.url() == null ? "" : request.url().strip();
        if (url.isEmpty()) {
            violations.add(new Violation("url", "FIELD_REQUIRED", "url is missing."));
        }
        MediaKind kind = kind(request.type());
        if (kind == null) {
            violations.add(new Violation("type", "TYPE_UNSUPPORTED", "type must be image, gif or video, or left out."));
        }
        String altText = request.altText();
        if (altText != null && altText.length() > LONGEST_ALT_TEXT) {
            violations.add(new Violation(
                    "altText", "ALT_TEXT_TOO_LONG", "altText takes " + LONGEST_ALT_TEXT + " characters at most."));
        }
        if (kind == null || !violations.isEmpty()) {
            throw new ApiException(
                    400, "VALIDATION_FAILED", violations.getFirst().message(), violations);
        }
        return new FetchOrder(url, kind, altText);
    }

    private static @Nullable MediaKind kind(@Nullable String type) {
        return type == null ? MediaKind.VIDEO : TYPES.get(type.toLowerCase(Locale.ROOT));
    }

    /** The last part of the URL's path, as far as it can be a name. */
    String filename() {
        String path = url.replaceFirst("[?#].*", "").replaceFirst("^[A-Za-z]+://[^/]*", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        String name = FileName.sanitised(decoded(last));
        return name.isEmpty() ? "file" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }

    /** Without the URL: it must not get into logs. */
    @Override
    public String toString() {
        return "FetchOrder[kind=" + kind + "]";
    }
}
