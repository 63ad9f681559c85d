package io.postbreeze.media.asset;

/** Where an asset stands. */
enum AssetStatus {
    /** An upload URL was given out; no bytes were seen yet. */
    PENDING_UPLOAD,
    /** Being fetched from a URL; no bytes were seen yet. */
    FETCHING,
    /** Could not be fetched. */
    FETCH_FAILED,
    /** Stored, inspected, and readable. */
    READY,
    /** Stored and inspected, but no media that can be read. */
    REJECTED
}
