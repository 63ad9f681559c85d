package io.postbreeze.media.asset;

import java.time.Instant;
import java.util.Map;

/**
 * Where and how to upload.
 *
 * @param uploadUrl PUT the raw bytes here, without an Authorization header
 * @param publicUrl where the file can be had afterwards
 * @param expiresAt until when the upload may begin
 * @param headers send exactly these with the PUT
 * @param mediaAsset what the file becomes
 */
public record PresignAnswer(
        String uploadUrl, String publicUrl, Instant expiresAt, Map<String, String> headers, AssetView mediaAsset) {
    /** Without the URL: it must not get into logs. */
    @Override
    public String toString() {
        return "PresignAnswer[mediaAsset=" + mediaAsset.id() + "]";
    }
}
