package io.postbreeze.media.asset;

/** Where an asset stands. */
enum AssetStatus {
    /** An upload URL was given out; no bytes were seen yet. */
    PENDING,
    /** Being fetched from a URL; no bytes were seen yet. */
    PROCESSING,
    /** Stored, inspected, and readable. */
    READY,
    /** Could not be fetched, or is no media that can be read. */
    REJECTED
}
