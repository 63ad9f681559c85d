package io.postbreeze.tiktok;

import org.jspecify.annotations.Nullable;

/**
 * TikTok's answer to an init: store it before the first byte is sent.
 *
 * @param publishId TikTok's opaque id of this publication, at most 64 characters
 * @param uploadUrl where the chunks go, valid for an hour
 * @param logId TikTok's id of the call; null when it gave none
 */
public record InitializedUpload(
        String publishId, UploadUrl uploadUrl, @Nullable String logId) {

    public InitializedUpload(String publishId, UploadUrl uploadUrl) {
        this(publishId, uploadUrl, null);
    }
}
