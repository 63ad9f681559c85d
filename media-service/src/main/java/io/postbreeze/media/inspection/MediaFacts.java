package io.postbreeze.media.inspection;

/** What is known about a file that can be read. */
public sealed interface MediaFacts extends Verdict permits VideoFacts, PhotoFacts {
    /** The type the bytes tell, such as {@code video/mp4}, whatever the uploader called it. */
    String contentType();

    /** Width in pixels as stored, before any rotation; at least 1. */
    int width();

    /** Height in pixels as stored, before any rotation; at least 1. */
    int height();
}
