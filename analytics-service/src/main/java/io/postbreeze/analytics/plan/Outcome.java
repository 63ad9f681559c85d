package io.postbreeze.analytics.plan;

import io.postbreeze.analytics.numbers.Counts;
import io.postbreeze.analytics.numbers.LatestCounts;
import io.postbreeze.analytics.numbers.RefreshProblem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one reading means for one post: everything that is to be stored.
 *
 * @param post the post as it was claimed
 * @param counts TikTok's answer, to be kept as a snapshot; null when there was none
 * @param takenAt when TikTok was asked
 * @param latest what to show from now on
 * @param nextRefreshAt when to read again
 * @param failures readings in a row that brought nothing
 * @param problem why this one brought nothing, null when it did
 * @param missingSince since when TikTok no longer shows the post, null while it does
 */
public record Outcome(
        DuePost post,
        @Nullable Counts counts,
        Instant takenAt,
        LatestCounts latest,
        Instant nextRefreshAt,
        int failures,
        @Nullable RefreshProblem problem,
        @Nullable Instant missingSince) {}
