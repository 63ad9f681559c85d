package io.postbreeze.tiktok;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far TikTok is with a publication.
 *
 * @param state where it stands
 * @param failReason TikTok's word for why it failed; null unless {@link State#FAILED}
 * @param publicPostIds the ids of the public posts, 64-bit numbers as text; empty until TikTok gives them, which for
 *     private posts is never
 * @param uploadedBytes bytes received by upload; null when TikTok does not say
 * @param downloadedBytes bytes fetched by TikTok; null when TikTok does not say
 * @param logId TikTok's id of the call; null when it gave none
 */
public record PublishStatus(
        State state,
        @Nullable String failReason,
        List<String> publicPostIds,
        @Nullable Long uploadedBytes,
        @Nullable Long downloadedBytes,
        @Nullable String logId) {

    public PublishStatus {
        publicPostIds = List.copyOf(publicPostIds);
    }

    /** TikTok's stages of a publication. */
    public enum State {
        /** The bytes are being received or looked at. */
        PROCESSING_UPLOAD,
        /** TikTok is fetching the media. */
        PROCESSING_DOWNLOAD,
        /** A draft lies in the creator's inbox and waits for them. */
        SEND_TO_USER_INBOX,
        /** It is posted. */
        PUBLISH_COMPLETE,
        /** It failed for good; see {@link PublishStatus#failReason()}. */
        FAILED,
        /** A word this library does not know: ask again later. */
        UNKNOWN
    }
}
