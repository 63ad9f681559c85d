package io.postbreeze.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file is there and can be used.
 *
 * @param mediaId id of the media asset
 * @param workspaceId id of the workspace
 * @param kind {@code VIDEO} or {@code PHOTO}
 * @param contentType what its bytes are, whatever was announced
 * @param sizeBytes its size
 * @param width in pixels as stored, null when unknown
 * @param height in pixels as stored, null when unknown
 * @param durationMs length of a video, null for photos and when unknown
 * @param at when it was looked at
 */
public record MediaReady(
        String mediaId,
        String workspaceId,
        String kind,
        String contentType,
        long sizeBytes,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Long durationMs,
        Instant at)
        implements MediaEvent {}
