package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.metrics.PublisherMetrics;
import io.postbreeze.tiktok.AccessToken;
import io.postbreeze.tiktok.CreatorInfo;
import io.postbreeze.tiktok.FileUpload;
import io.postbreeze.tiktok.InitializedUpload;
import io.postbreeze.tiktok.PhotoInit;
import io.postbreeze.tiktok.PublishStatus;
import io.postbreeze.tiktok.TikTokPublishing;
import io.postbreeze.tiktok.VideoInit;
import io.smallrye.mutiny.Uni;

/** The publishing API with a watch on each of its endpoints. */
record MeasuredTikTok(TikTokPublishing tiktok, PublisherMetrics metrics) implements TikTokPublishing {
    @Override
    public Uni<CreatorInfo> creatorInfo(AccessToken token) {
        return metrics.timedCall("creator_info", tiktok.creatorInfo(token));
    }

    @Override
    public Uni<InitializedUpload> initVideo(AccessToken token, VideoInit init) {
        return metrics.timedCall("video_init", tiktok.initVideo(token, init));
    }

    @Override
    public Uni<InitializedUpload> initInboxVideo(AccessToken token, FileUpload upload) {
        return metrics.timedCall("inbox_init", tiktok.initInboxVideo(token, upload));
    }

    @Override
    public Uni<String> initPhotos(AccessToken token, PhotoInit init) {
        return metrics.timedCall("photo_init", tiktok.initPhotos(token, init));
    }

    @Override
    public Uni<PublishStatus> status(AccessToken token, String publishId) {
        return metrics.timedCall("status", tiktok.status(token, publishId));
    }
}
