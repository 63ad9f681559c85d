package io.postbreeze.publisher.publication;

/** What a publication consists of. */
public enum MediaKind {
    /** One video, whose bytes we send: without them nothing is published. */
    VIDEO,
    /** Photos that TikTok fetches: the order to do so publishes them. */
    PHOTO
}
