package io.postbreeze.publisher.publication;

import java.time.Duration;

/**
 * What the decision needs to know about the video.
 *
 * @param contentType {@code video/mp4}, {@code video/quicktime} or {@code video/webm}
 * @param sizeBytes size of the file, at least 1
 * @param duration length of the video, zero when unknown
 */
public record MediaFacts(String contentType, long sizeBytes, Duration duration) {}
