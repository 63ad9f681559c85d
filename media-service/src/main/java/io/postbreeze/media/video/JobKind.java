package io.postbreeze.media.video;

/** What can be made of a video. */
enum JobKind {
    /** A poster and a thumbnail. */
    POSTER,
    /** A copy that TikTok takes. */
    REPAIR
}
