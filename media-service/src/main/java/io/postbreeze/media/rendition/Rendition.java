package io.postbreeze.media.rendition;

import io.postbreeze.media.picture.Fit;
import io.postbreeze.media.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * A photo as TikTok takes it, or on its way there.
 *
 * @param key which one
 * @param state {@code PENDING}, {@code READY} or {@code FAILED}
 * @param attempts how often it was tried
 * @param made what was made, null unless ready
 * @param failureCode why there will be none, null unless failed
 * @param failureMessage the same for people, null unless failed
 */
record Rendition(
        Key key,
        String state,
        int attempts,
        @Nullable Made made,
        @Nullable String failureCode,
        @Nullable String failureMessage) {
    static final String PENDING = "PENDING";

    boolean isPending() {
        return PENDING.equals(state);
    }

    /**
     * Which one it is.
     *
     * @param source the version of the photo that it is made of
     * @param storageKey where it is stored
     */
    record Key(String workspaceId, String mediaId, Fit fit, StoredObject source, String storageKey) {}

    /** What was made. */
    record Made(long sizeBytes, int width, int height) {}
}
