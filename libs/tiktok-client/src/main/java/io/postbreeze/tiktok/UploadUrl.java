package io.postbreeze.tiktok;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * The address that takes the chunks of one upload, valid for an hour. It is a secret: whoever has it can write the
 * video, so {@link #toString()} shows the host only.
 *
 * @param uri an absolute http or https address without user information; sent byte for byte as TikTok gave it
 */
public record UploadUrl(URI uri) {

    public UploadUrl {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("not an upload address");
        }
    }

    /**
     * Reads a stored address.
     *
     * @throws IllegalArgumentException when the text is no such address; the message does not repeat it
     */
    public static UploadUrl of(String text) {
        try {
            return new UploadUrl(new URI(text));
        } catch (URISyntaxException _) {
            throw new IllegalArgumentException("not an upload address");
        }
    }

    /** The whole secret address, for storing. */
    public String value() {
        return uri.toString();
    }

    /** Whether bytes may be sent there: by https unless plain http is allowed, and to a known host only. */
    boolean isAllowedBy(TikTokConfig config) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean known = config.uploadHostSuffixes().stream()
                .anyMatch(suffix -> host.equals(suffix) || host.endsWith("." + suffix));
        return known && (config.allowPlainHttp() || "https".equalsIgnoreCase(uri.getScheme()));
    }

    @Override
    public String toString() {
        return "UploadUrl[" + uri.getHost() + "]";
    }
}
