package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.metrics.PublisherMetrics;
import io.postbreeze.publisher.publication.Effect;
import io.postbreeze.publisher.publication.Fact;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.publication.Upload;
import io.postbreeze.publisher.publication.VideoOptions;
import io.postbreeze.publisher.upload.ByteRange;
import io.postbreeze.publisher.upload.ChunkPlan;
import io.postbreeze.tiktok.ChunkRange;
import io.postbreeze.tiktok.ChunkReceipt;
import io.postbreeze.tiktok.FileUpload;
import io.postbreeze.tiktok.InitializedUpload;
import io.postbreeze.tiktok.PostInfo;
import io.postbreeze.tiktok.PrivacyLevel;
import io.postbreeze.tiktok.RangedSource;
import io.postbreeze.tiktok.TikTokException;
import io.postbreeze.tiktok.TikTokPublishing;
import io.postbreeze.tiktok.TikTokUploads;
import io.postbreeze.tiktok.UploadUrl;
import io.postbreeze.tiktok.VideoInit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Opens uploads and sends chunks: a ranged GET piped into the PUT, so no chunk is ever held in memory. */
@ApplicationScoped
class VideoUpload {
    private final Preparation preparation;
    private final TikTokPublishing tiktok;
    private final TikTokUploads uploads;
    private final RangedSource source;
    private final PublisherMetrics metrics;

    VideoUpload(
            Preparation preparation,
            TikTokPublishing tiktok,
            TikTokUploads uploads,
            RangedSource source,
            PublisherMetrics metrics) {
        this.preparation = preparation;
        this.tiktok = tiktok;
        this.uploads = uploads;
        this.source = source;
        this.metrics = metrics;
    }

    Uni<Fact> open(Publication publication, Effect.OpenUpload effect, Workbench bench) {
        ChunkPlan plan = effect.plan();
        VideoInit init = new VideoInit(postInfo(effect.options()), file(plan));
        return preparation
                .access(publication, bench)
                .chain(access -> tiktok.initVideo(access.token(), init))
                .map(opened -> opened(opened, plan, bench));
    }

    private static FileUpload file(ChunkPlan plan) {
        return new FileUpload(plan.totalBytes(), plan.chunkBytes(), plan.chunkCount());
    }

    /** The file that was looked at when the plan was made, in this run. */
    private static Fact opened(InitializedUpload opened, ChunkPlan plan, Workbench bench) {
        StoredMedia.Video planned = video(Objects.requireNonNull(bench.media));
        return new Fact.UploadOpened(
                opened.publishId(),
                opened.uploadUrl().value(),
                plan,
                planned.facts().version());
    }

    Uni<Fact> openInbox(Publication publication, Effect.OpenInboxUpload effect, Workbench bench) {
        ChunkPlan plan = effect.plan();
        return preparation
                .access(publication, bench)
                .chain(access -> tiktok.initInboxVideo(access.token(), file(plan)))
                .map(opened -> opened(opened, plan, bench));
    }

    Uni<Fact> send(Publication publication, Effect.SendChunk effect, Workbench bench) {
        return preparation
                .media(publication, bench)
                .chain(media -> pipe(video(media), effect.upload(), effect.range()))
                .map(receipt -> stored(receipt, effect.upload().plan(), effect.range()))
                .onFailure(TikTokException.RangeNotSatisfiable.class)
                .recoverWithUni(VideoUpload::standsElsewhere);
    }

    private static StoredMedia.Video video(StoredMedia media) {
        if (media instanceof StoredMedia.Video video) {
            return video;
        }
        throw StepException.unusable("MEDIA_CHANGED", "The file was replaced while it was being sent.");
    }

    private Uni<ChunkReceipt> pipe(StoredMedia.Video video, Upload upload, ByteRange bytes) {
        ChunkRange range =
                new ChunkRange(bytes.first(), bytes.last(), upload.plan().totalBytes());
        UploadUrl address = UploadUrl.of(Objects.requireNonNull(upload.address()));
        Uni<ChunkReceipt> sent = source.open(
                        video.address(), range, video.facts().version())
                .chain(stream -> uploads.putChunk(address, range, video.facts().contentType(), stream));
        return metrics.timedChunk(sent, bytes.length());
    }

    private static Fact stored(ChunkReceipt receipt, ChunkPlan plan, ByteRange sent) {
        if (receipt.progress() == ChunkReceipt.Progress.COMPLETE) {
            return new Fact.BytesStored(plan.totalBytes());
        }
        Long told = receipt.storedBytes();
        return new Fact.BytesStored(told == null ? sent.end() : told);
    }

    /** TikTok refused the range and, when it tells what it has, that is where to go on. */
    private static Uni<Fact> standsElsewhere(Throwable refusal) {
        TikTokException.RangeNotSatisfiable range = (TikTokException.RangeNotSatisfiable) refusal;
        Long stored = range.storedBytes();
        return stored == null
                ? Uni.createFrom().failure(range)
                : Uni.createFrom().item(new Fact.BytesStored(stored));
    }

    private static PostInfo postInfo(VideoOptions options) {
        return new PostInfo(
                options.caption().isEmpty() ? null : options.caption(),
                PrivacyLevel.valueOf(options.privacy()),
                options.disableDuet(),
                options.disableStitch(),
                options.disableComment(),
                options.brandContent(),
                options.brandOrganic(),
                options.aiGenerated(),
                options.coverTimestampMs() == null ? null : Math.toIntExact(options.coverTimestampMs()));
    }
}
