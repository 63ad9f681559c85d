package io.postbreeze.postapi.post.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One account of a request.
 *
 * @param path where it stands, such as {@code platforms[0]}
 * @param accountId the account
 * @param captionOverride its own caption, null for the post's
 * @param firstComment asked for although TikTok has none, null when not
 * @param mediaIds its own media, empty for the post's
 * @param options its settings
 */
public record TargetRequest(
        String path,
        String accountId,
        @Nullable String captionOverride,
        @Nullable String firstComment,
        List<String> mediaIds,
        PlatformOptions options) {
    /** Keeps its own copy of the media. */
    public TargetRequest {
        mediaIds = List.copyOf(mediaIds);
    }
}
