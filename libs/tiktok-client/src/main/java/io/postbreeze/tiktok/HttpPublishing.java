package io.postbreeze.tiktok;

import io.smallrye.mutiny.Uni;

/** The Content Posting API over HTTP. */
final class HttpPublishing implements TikTokPublishing {

    private final ApiCalls calls;
    private final TikTokConfig config;

    HttpPublishing(ApiCalls calls, TikTokConfig config) {
        this.calls = calls;
        this.config = config;
    }

    @Override
    public Uni<CreatorInfo> creatorInfo(AccessToken token) {
        return calls.post("/v2/post/publish/creator_info/query/", token, RequestBodies.empty(), Effect.NONE)
                .map(PublishingAnswers::creatorInfo);
    }

    @Override
    public Uni<InitializedUpload> initVideo(AccessToken token, VideoInit init) {
        return calls.post("/v2/post/publish/video/init/", token, RequestBodies.videoInit(init), Effect.LASTING)
                .map(answer -> PublishingAnswers.initializedUpload(answer, config));
    }

    @Override
    public Uni<InitializedUpload> initInboxVideo(AccessToken token, FileUpload upload) {
        return calls.post("/v2/post/publish/inbox/video/init/", token, RequestBodies.inboxInit(upload), Effect.LASTING)
                .map(answer -> PublishingAnswers.initializedUpload(answer, config));
    }

    @Override
    public Uni<String> initPhotos(AccessToken token, PhotoInit init) {
        return calls.post("/v2/post/publish/content/init/", token, RequestBodies.photoInit(init), Effect.LASTING)
                .map(PublishingAnswers::publishId);
    }

    @Override
    public Uni<PublishStatus> status(AccessToken token, String publishId) {
        return calls.post("/v2/post/publish/status/fetch/", token, RequestBodies.publishId(publishId), Effect.NONE)
                .map(PublishingAnswers::status);
    }
}
