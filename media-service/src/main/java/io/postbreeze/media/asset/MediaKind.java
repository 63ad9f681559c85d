package io.postbreeze.media.asset;

/** What a file is good for. */
enum MediaKind {
    /** A video. */
    VIDEO,
    /** A photo. */
    PHOTO,
    /** A PDF: may be stored, cannot be posted on TikTok. */
    DOCUMENT
}
