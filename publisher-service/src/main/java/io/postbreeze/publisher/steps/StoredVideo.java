package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.publication.MediaFacts;
import java.net.URI;

/** A video in the store; the address is a secret. */
record StoredVideo(MediaFacts facts, URI address) {
    /** Leaves the address out: it carries its own permission. */
    @Override
    public String toString() {
        return "StoredVideo[" + facts + "]";
    }
}
