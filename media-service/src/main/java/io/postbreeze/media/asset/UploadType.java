package io.postbreeze.media.asset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What may be uploaded. The cap is one of storage: what TikTok takes is less, and is checked when a post is made.
 *
 * @param contentType MIME type
 * @param kind what it is good for
 * @param mostBytes the largest file that is stored
 */
record UploadType(String contentType, MediaKind kind, long mostBytes) {
    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;

    private static final Map<String, MediaKind> ALLOWED = Map.ofEntries(
            Map.entry("image/jpeg", MediaKind.PHOTO),
            Map.entry("image/png", MediaKind.PHOTO),
            Map.entry("image/gif", MediaKind.PHOTO),
            Map.entry("image/webp", MediaKind.PHOTO),
            Map.entry("image/heic", MediaKind.PHOTO),
            Map.entry("image/heif", MediaKind.PHOTO),
            Map.entry("video/mp4", MediaKind.VIDEO),
            Map.entry("video/quicktime", MediaKind.VIDEO),
            Map.entry("video/x-msvideo", MediaKind.VIDEO),
            Map.entry("video/webm", MediaKind.VIDEO),
            Map.entry("application/pdf", MediaKind.DOCUMENT));

    /** Looks a MIME type up, whatever its case; parameters are not allowed. */
    static Optional<UploadType> of(String contentType) {
        String plain = contentType.strip().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(ALLOWED.get(plain)).map(kind -> new UploadType(plain, kind, cap(kind)));
    }

    private static long cap(MediaKind kind) {
        return kind == MediaKind.DOCUMENT ? 100 * MIB : 5 * GIB;
    }
}
