package io.postbreeze.tiktok;

import io.smallrye.mutiny.Uni;

/**
 * The Content Posting API. Every Uni fails with a {@link TikTokException} only: all calls can be {@code Throttled},
 * {@code Unavailable}, {@code AuthorizationExpired}, {@code ScopeMissing}, {@code Rejected} or {@code MalformedAnswer};
 * what else a call can fail with stands beside it. Nothing is repeated here.
 */
public interface TikTokPublishing {

    /**
     * Asks what the creator may post now; 20 calls a minute per token.
     *
     * @return the creator's options; fails with {@code CapReached} when a 24-hour cap is used up already
     */
    Uni<CreatorInfo> creatorInfo(AccessToken token);

    /**
     * Opens the direct post of a video; 6 calls a minute per token. Without bytes nothing is ever published.
     *
     * @return the publication's id and where the bytes go; fails with {@code CapReached}, and with
     *     {@code OutcomeUnknown} when the answer was lost
     */
    Uni<InitializedUpload> initVideo(AccessToken token, VideoInit init);

    /**
     * Opens the upload of a video into the creator's inbox, who finishes the post in the app; 6 calls a minute per
     * token, and five unfinished ones a day per creator. Title and settings are theirs to choose.
     *
     * @return as {@link #initVideo}, with the same failures
     */
    Uni<InitializedUpload> initInboxVideo(AccessToken token, FileUpload upload);

    /**
     * Has TikTok fetch photos and post them, or lay them into the creator's inbox; 6 calls a minute per token. There is
     * no second step: once TikTok has taken the request, the post comes.
     *
     * @return the publication's id; fails with {@code CapReached}, and with {@code OutcomeUnknown} when the answer was
     *     lost: then the photos may be posted
     */
    Uni<String> initPhotos(AccessToken token, PhotoInit init);

    /**
     * Asks how far a publication is; 30 calls a minute per token. A failed publication is an answer, not a failure.
     *
     * @param publishId as an init returned it
     */
    Uni<PublishStatus> status(AccessToken token, String publishId);
}
