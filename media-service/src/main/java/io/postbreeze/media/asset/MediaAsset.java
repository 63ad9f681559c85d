package io.postbreeze.media.asset;

import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.inspection.RejectionCode;
import io.postbreeze.media.video.Repairs;
import io.postbreeze.media.video.Video;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One file of a workspace: what was announced, and what was found when it was looked at. */
@Entity
@Table(name = "media_assets")
@IdClass(MediaAssetKey.class)
class MediaAsset {
    @Id
    String workspaceId;

    @Id
    String id;

    String filename;
    String declaredType;

    @Enumerated(EnumType.STRING)
    MediaKind declaredKind;

    @Nullable
    Long declaredBytes;

    String storageKey;

    @Enumerated(EnumType.STRING)
    AssetStatus status;

    @Embedded
    @Nullable
    Findings findings;

    @Nullable
    String altText;

    /** When a fetch that has not ended is taken for one that a crash has ended. */
    @Nullable
    Instant fetchUntil;

    @Enumerated(EnumType.STRING)
    @Nullable
    RejectionCode fetchFailure;

    @Nullable
    String fetchMessage;

    /** The store's name of an upload in parts, until it has ended. */
    @Nullable
    String uploadId;

    @Nullable
    Long partBytes;

    /** What its owner files it under, in the owner's order. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> labels = List.of();

    /** Since when it is taken away from its users; the bytes go later. */
    @Nullable
    Instant deletedAt;

    /** When a post was last seen to use it. */
    @Nullable
    Instant usedAt;

    /** When the sweep must look at it. */
    Instant sweepAt;

    Instant createdAt;
    Instant updatedAt;

    /** Where the work on its poster stands, null when there is none for this version. */
    @Formula("(select job.state from video_jobs job where job.workspace_id = workspace_id and job.media_id = id"
            + " and job.etag = etag and job.kind = 'POSTER')")
    @Nullable
    String posterState;

    /** Where the work on a repaired copy stands, null when there is none for this version. */
    @Formula("(select job.state from video_jobs job where job.workspace_id = workspace_id and job.media_id = id"
            + " and job.etag = etag and job.kind = 'REPAIR')")
    @Nullable
    String repairState;

    /** What is stored of a file that is being fetched, null when no fetch is under way. */
    @Formula("(select job.received_bytes from media_fetches job where job.workspace_id = workspace_id"
            + " and job.media_id = id)")
    @Nullable
    Long fetchedBytes;

    /** The size of a file that is being fetched, as its source says. */
    @Formula("(select job.total_bytes from media_fetches job where job.workspace_id = workspace_id"
            + " and job.media_id = id)")
    @Nullable
    Long fetchTotal;

    static MediaAsset announced(String workspaceId, String id, UploadOrder order, Instant now) {
        MediaAsset asset = named(workspaceId, id, order.filename(), now);
        asset.declaredType = order.type().contentType();
        asset.declaredKind = order.type().kind();
        asset.declaredBytes = order.bytes();
        asset.status = AssetStatus.PENDING;
        return asset;
    }

    /** One that is fetched from now on. */
    static MediaAsset fetched(String workspaceId, String id, FetchOrder order, Instant now, Instant until) {
        MediaAsset asset = named(workspaceId, id, order.filename(), now);
        asset.declaredType = "application/octet-stream";
        asset.declaredKind = order.kind();
        asset.altText = order.altText();
        asset.status = AssetStatus.PROCESSING;
        asset.fetchUntil = until;
        return asset;
    }

    private static MediaAsset named(String workspaceId, String id, String filename, Instant now) {
        MediaAsset asset = new MediaAsset();
        asset.workspaceId = workspaceId;
        asset.id = id;
        asset.filename = filename;
        asset.storageKey = "ws/" + workspaceId + "/" + id + "/" + FileName.inKey(filename);
        asset.sweepAt = now;
        asset.createdAt = now;
        asset.updatedAt = now;
        return asset;
    }

    /** Takes note of an upload in parts. */
    void comesInParts(String upload, PartPlan plan) {
        uploadId = upload;
        partBytes = plan.partBytes();
    }

    /** What was found, as long as something is stored. */
    Optional<Findings> found() {
        return Optional.ofNullable(findings);
    }

    /** Why nobody can use it, when that is known. */
    Optional<Rejection> rejection() {
        return fetchFailure == null
                ? found().flatMap(Findings::rejection)
                : Optional.of(new Rejection(fetchFailure, Objects.requireNonNullElse(fetchMessage, "")));
    }

    /** The version that was found, if it is a video that can be read. */
    Optional<Video> video() {
        return found().filter(found -> found.kind == MediaKind.VIDEO)
                .map(found -> new Video(workspaceId, id, storageKey, found.etag, found.sizeBytes));
    }

    /** Whether it breaks limits of TikTok that a repaired copy would keep. */
    boolean needsRepair() {
        return found().flatMap(found -> found.facts().map(facts -> Repairs.isNeeded(facts, found.sizeBytes)))
                .orElse(false);
    }

    /** Whether it is a video whose poster nobody has ordered. */
    boolean lacksPoster() {
        return posterState == null && video().isPresent();
    }

    /** Whether its bytes come, or should have come, from a URL and are not here. */
    boolean isUnfetched() {
        return status == AssetStatus.PROCESSING || fetchFailure != null;
    }

    /** How far its fetch is, empty when none is under way. */
    Optional<FetchProgress> progress() {
        return status == AssetStatus.PROCESSING
                ? Optional.of(new FetchProgress(Objects.requireNonNullElse(fetchedBytes, 0L), fetchTotal))
                : Optional.empty();
    }

    /** Whether the findings are those of this version of the object. */
    boolean knows(String etag) {
        return findings != null && etag.equals(findings.etag);
    }

    /** Whether a look at the store showed something that is not known yet. */
    boolean isNews(Examination examination) {
        return switch (examination) {
            case Examination.NotUploaded nothing -> status != AssetStatus.PENDING && !isUnfetched();
            case Examination.NotFetched failure -> status == AssetStatus.PROCESSING;
            case Examination.Unchanged nothing -> false;
            case Examination.Inspected inspected -> true;
        };
    }

    /** Takes the result of a look at the store. */
    void record(Examination examination, Instant now) {
        switch (examination) {
            case Examination.NotUploaded nothing -> become(AssetStatus.PENDING, null, now);
            case Examination.NotFetched failure -> {
                become(AssetStatus.REJECTED, null, now);
                fetchFailure = failure.reason().code();
                fetchMessage = failure.reason().message();
            }
            case Examination.Unchanged nothing -> {}
            case Examination.Inspected inspected -> {
                Findings found = Findings.of(inspected, now);
                become(found.isReadable() ? AssetStatus.READY : AssetStatus.REJECTED, found, now);
            }
        }
    }

    private void become(AssetStatus next, @Nullable Findings found, Instant now) {
        status = next;
        uploadId = null;
        partBytes = null;
        fetchUntil = null;
        fetchFailure = null;
        fetchMessage = null;
        findings = found;
        posterState = null;
        repairState = null;
        updatedAt = now;
    }
}
