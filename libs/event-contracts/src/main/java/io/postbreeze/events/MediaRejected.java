package io.postbreeze.events;

import java.time.Instant;

/**
 * A file cannot be used, or could not be fetched.
 *
 * @param mediaId id of the media asset
 * @param workspaceId id of the workspace
 * @param code why, such as {@code MEDIA_NOT_RECOGNISED}
 * @param message the same for people
 * @param at when it was looked at
 */
public record MediaRejected(String mediaId, String workspaceId, String code, String message, Instant at)
        implements MediaEvent {}
