package io.postbreeze.publisher.failure;

/** Failures by what they mean for the publication, not by where they came from. */
public enum FailureKind {
    /** TikTok asks to slow down (HTTP 429). */
    THROTTLED,
    /** TikTok cannot be reached, or fails on its side; nothing can have taken effect. */
    UNAVAILABLE,
    /** One of our own services or the object store cannot be reached. */
    SERVICE_UNAVAILABLE,
    /** TikTok refused the access token; a fresh one may work. */
    TOKEN_REFUSED,
    /** No token can be had until the user connects the account again. */
    RECONNECT_NEEDED,
    /** The user did not grant what publishing needs. */
    SCOPE_MISSING,
    /** A cap per 24 hours is reached. */
    CAPPED,
    /** TikTok refuses this post for good. */
    REFUSED,
    /** The request was sent and its answer lost. */
    OUTCOME_UNKNOWN,
    /** An answer that makes no sense. */
    UNREADABLE,
    /** TikTok does not know the upload address (any more); the file may nevertheless be complete. */
    UPLOAD_GONE,
    /** The upload address is dead and TikTok says that bytes are missing. */
    UPLOAD_EXPIRED,
    /** TikTok took the file and then ended with {@code FAILED}: nothing was posted. */
    PROCESSING_FAILED,
    /** TikTok has neither confirmed nor refused for much longer than it ever takes. */
    STUCK,
    /** The media or the account cannot be used, whoever is asked. */
    UNUSABLE,
    /** Its time has passed by more than its user allows. */
    TOO_LATE,
    /** A fault of ours. */
    UNEXPECTED
}
