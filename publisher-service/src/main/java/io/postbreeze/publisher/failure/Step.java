package io.postbreeze.publisher.failure;

/** What was being done when it failed. */
public enum Step {
    /** Reading media facts, access token and creator info: changes nothing anywhere. */
    PREPARE,
    /** Asking TikTok for an upload address: publishes nothing until bytes follow. */
    INIT_VIDEO,
    /** Asking TikTok to fetch photos and post them: may have posted. */
    INIT_PHOTO,
    /** Sending a chunk. */
    CHUNK,
    /** Asking TikTok where a publication stands: changes nothing. */
    STATUS
}
