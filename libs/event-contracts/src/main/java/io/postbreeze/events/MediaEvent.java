package io.postbreeze.events;

import java.time.Instant;

/** What was found when a file was looked at; a file that is replaced is looked at again. */
public sealed interface MediaEvent extends Event permits MediaReady, MediaRejected {

    /** Id of the media asset, {@code med_…}. */
    String mediaId();

    /** Id of the workspace, {@code ws_…}. */
    String workspaceId();

    /** When it was looked at. */
    Instant at();

    @Override
    default String key() {
        return mediaId();
    }

    @Override
    default String topic() {
        return Topics.MEDIA;
    }
}
