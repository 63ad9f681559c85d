package io.postbreeze.media.asset;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
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

    Instant createdAt;
    Instant updatedAt;

    static MediaAsset announced(String workspaceId, String id, UploadOrder order, Instant now) {
        MediaAsset asset = new MediaAsset();
        asset.workspaceId = workspaceId;
        asset.id = id;
        asset.filename = order.filename();
        asset.declaredType = order.type().contentType();
        asset.declaredKind = order.type().kind();
        asset.declaredBytes = order.bytes();
        asset.storageKey = "ws/" + workspaceId + "/" + id + "/" + FileName.inKey(order.filename());
        asset.status = AssetStatus.PENDING_UPLOAD;
        asset.createdAt = now;
        asset.updatedAt = now;
        return asset;
    }

    /** What was found, as long as something is stored. */
    Optional<Findings> found() {
        return Optional.ofNullable(findings);
    }

    /** Whether the findings are those of this version of the object. */
    boolean knows(String etag) {
        return findings != null && etag.equals(findings.etag);
    }

    /** Whether a look at the store showed something that is not known yet. */
    boolean isNews(Examination examination) {
        return switch (examination) {
            case Examination.NotUploaded nothing -> status != AssetStatus.PENDING_UPLOAD;
            case Examination.Unchanged nothing -> false;
            case Examination.Inspected inspected -> true;
        };
    }

    /** Takes the result of a look at the store. */
    void record(Examination examination, Instant now) {
        switch (examination) {
            case Examination.NotUploaded nothing -> become(AssetStatus.PENDING_UPLOAD, null, now);
            case Examination.Unchanged nothing -> {}
            case Examination.Inspected inspected -> {
                Findings found = Findings.of(inspected, now);
                become(found.isReadable() ? AssetStatus.READY : AssetStatus.REJECTED, found, now);
            }
        }
    }

    private void become(AssetStatus next, @Nullable Findings found, Instant now) {
        status = next;
        findings = found;
        updatedAt = now;
    }
}
