package io.postbreeze.media.video;

import io.postbreeze.media.store.StoredObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the repair of a video stands. */
public sealed interface Repair {
    /** Being made, or waiting to be. */
    record Pending() implements Repair {}

    /**
     * There will be none.
     *
     * @param code why: {@code MEDIA_REPAIR_FAILED}, {@code MEDIA_REPAIR_TOO_SLOW}, {@code MEDIA_REPAIR_OFF}, …
     */
    record Failed(String code) implements Repair {}

    /**
     * A copy that TikTok takes: H.264 in MP4, unturned.
     *
     * @param object as stored
     * @param frameRate null when it does not tell
     * @param audioCodec null without sound
     */
    record Done(
            StoredObject object,
            Duration duration,
            int width,
            int height,
            @Nullable Double frameRate,
            @Nullable String audioCodec)
            implements Repair {}
}
