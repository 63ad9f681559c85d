package io.postbreeze.media.asset;

import io.postbreeze.media.inspection.Container;
import io.postbreeze.media.inspection.MediaFacts;
import io.postbreeze.media.inspection.PhotoFacts;
import io.postbreeze.media.inspection.PhotoFormat;
import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.inspection.RejectionCode;
import io.postbreeze.media.inspection.VideoFacts;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found in one version of a stored object, as columns of its asset. */
@Embeddable
class Findings {
    String etag;
    long sizeBytes;
    Instant inspectedAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    MediaKind kind;

    @Nullable
    String container;

    @Nullable
    String videoCodec;

    @Nullable
    String audioCodec;

    @Nullable
    Long durationMs;

    @Nullable
    Integer width;

    @Nullable
    Integer height;

    @Nullable
    Integer rotation;

    @Nullable
    Double frameRate;

    @Nullable
    Boolean faststart;

    @Nullable
    Integer orientation;

    @Nullable
    Boolean animated;

    @Enumerated(EnumType.STRING)
    @Nullable
    RejectionCode rejectionCode;

    @Nullable
    String rejectionMessage;

    static Findings of(Examination.Inspected inspected, Instant now) {
        Findings findings = new Findings();
        findings.etag = inspected.object().etag();
        findings.sizeBytes = inspected.object().sizeBytes();
        findings.inspectedAt = now;
        switch (inspected.verdict()) {
            case VideoFacts video -> findings.take(video);
            case PhotoFacts photo -> findings.take(photo);
            case Rejection rejection -> {
                findings.rejectionCode = rejection.code();
                findings.rejectionMessage = rejection.message();
            }
        }
        return findings;
    }

    boolean isReadable() {
        return kind != null;
    }

    Optional<Rejection> rejection() {
        return Optional.ofNullable(rejectionCode).map(code -> new Rejection(code, known(rejectionMessage)));
    }

    Optional<MediaFacts> facts() {
        return Optional.ofNullable(kind).map(what -> what == MediaKind.VIDEO ? video() : photo());
    }

    private void take(VideoFacts video) {
        kind = MediaKind.VIDEO;
        container = video.container().shortName();
        videoCodec = video.videoCodec();
        audioCodec = video.audioCodec();
        durationMs = video.duration().toMillis();
        width = video.width();
        height = video.height();
        rotation = video.rotation();
        frameRate = video.frameRate();
        faststart = video.faststart();
    }

    private void take(PhotoFacts photo) {
        kind = MediaKind.PHOTO;
        container = photo.format().shortName();
        width = photo.width();
        height = photo.height();
        orientation = photo.orientation();
        animated = photo.animated();
    }

    private MediaFacts video() {
        return new VideoFacts(
                Container.valueOf(known(container).toUpperCase(Locale.ROOT)),
                known(videoCodec),
                Duration.ofMillis(known(durationMs)),
                known(width),
                known(height),
                known(rotation),
                frameRate,
                known(faststart),
                audioCodec);
    }

    private MediaFacts photo() {
        return new PhotoFacts(
                PhotoFormat.valueOf(known(container).toUpperCase(Locale.ROOT)),
                known(width),
                known(height),
                orientation == null ? 1 : orientation,
                Boolean.TRUE.equals(animated));
    }

    /** A column that is always set together with the kind. */
    private static <T> T known(@Nullable T column) {
        return Objects.requireNonNull(column);
    }
}
