package io.postbreeze.media.video;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the things made of a video are stored as: beside it, and another name for each of its versions. */
final class VideoKeys {
    private static final int NAME_BYTES = 12;

    private VideoKeys() {}

    static String poster(String sourceKey, String etag) {
        return of(sourceKey, etag, "poster.jpg");
    }

    static String thumbnail(String sourceKey, String etag) {
        return of(sourceKey, etag, "thumbnail.jpg");
    }

    static String repaired(String sourceKey, String etag) {
        return of(sourceKey, etag, "repaired.mp4");
    }

    private static String of(String sourceKey, String etag, String name) {
        return sourceKey.substring(0, sourceKey.lastIndexOf('/') + 1) + "made/" + version(etag) + "/" + name;
    }

    /** Stores write their etags in many ways; not all of them fit into a URL. */
    private static String version(String etag) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(etag.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
