package io.postbreeze.analytics.numbers;

import org.jspecify.annotations.Nullable;

/**
 * What TikTok said of one post at one instant. A number it did not give is null, never 0.
 *
 * @param views how often it was viewed
 * @param likes number of likes
 * @param comments number of comments
 * @param shares number of shares
 */
public record Counts(
        @Nullable Long views,
        @Nullable Long likes,
        @Nullable Long comments,
        @Nullable Long shares) {}
