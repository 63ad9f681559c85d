package io.postbreeze.publisher.publication;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What the decision needs to know about the media. */
public sealed interface MediaFacts {

    /**
     * One video.
     *
     * @param contentType {@code video/mp4}, {@code video/quicktime} or {@code video/webm}
     * @param sizeBytes size of the file, at least 1
     * @param duration length of the video, zero when unknown
     * @param version the store's name of its content (etag)
     */
    record Video(String contentType, long sizeBytes, Duration duration, String version) implements MediaFacts {}

    /**
     * Photos as TikTok takes them.
     *
     * @param addresses where TikTok fetches them, in order
     * @param sizeBytes size of them all, at least 1
     */
    record Photos(List<URI> addresses, long sizeBytes) implements MediaFacts {
        /** Keeps its own copy of the list. */
        public Photos {
            addresses = List.copyOf(addresses);
        }
    }
}
