package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.publication.MediaFacts;
import java.net.URI;

/** What a publication consists of, and where it is. */
sealed interface StoredMedia {
    MediaFacts facts();

    /** A video in the store; the address is a secret. */
    record Video(MediaFacts.Video facts, URI address) implements StoredMedia {
        /** Leaves the address out: it carries its own permission. */
        @Override
        public String toString() {
            return "Video[" + facts + "]";
        }
    }

    /** Photos that anyone who knows their addresses may fetch. */
    record Photos(MediaFacts.Photos facts) implements StoredMedia {}
}
