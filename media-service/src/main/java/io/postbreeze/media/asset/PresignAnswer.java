package io.postbreeze.media.asset;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where and how to upload.
 *
 * @param uploadUrl PUT the raw bytes here, without an Authorization header
 * @param publicUrl where the file can be had afterwards
 * @param expiresAt until when the upload may begin
 * @param headers send exactly these with the PUT
 * @param mediaAsset what the file becomes
 * @param multipart for large files, where an upload in parts can be begun instead, which can go on after a break; null
 *     for others
 */
public record PresignAnswer(
        String uploadUrl,
        String publicUrl,
        Instant expiresAt,
        Map<String, String> headers,
        AssetView mediaAsset,
        @Nullable String multipart) {
    /** Without the URL: it must not get into logs. */
    @Override
    public String toString() {
        return "PresignAnswer[mediaAsset=" + mediaAsset.id() + "]";
    }
}
