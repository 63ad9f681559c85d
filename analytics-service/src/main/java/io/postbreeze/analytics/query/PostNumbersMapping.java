package io.postbreeze.analytics.query;

import io.postbreeze.analytics.numbers.LatestCounts;
import io.postbreeze.analytics.numbers.Reading;
import io.postbreeze.analytics.query.PostNumbers.Metrics;
import io.postbreeze.analytics.query.PostNumbers.TargetNumbers;
import io.postbreeze.analytics.tracking.TrackedPost;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows tracked posts: every number that is missing is named, with the reason. */
final class PostNumbersMapping {
    private static final String NEEDS_BUSINESS = "needs a TikTok Business connection";

    private PostNumbersMapping() {}

    /**
     * Maps the tracked targets of a post.
     *
     * @param staleAfter age from which a number is older than it should be
     */
    static PostNumbers of(String postId, List<TrackedPost> tracked, Instant now, Duration staleAfter) {
        List<TargetNumbers> targets = tracked.stream()
                .map(post -> target(post, now.minus(staleAfter)))
                .toList();
        Instant asOf = targets.stream()
                .map(TargetNumbers::asOf)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new PostNumbers(postId, targets, asOf, targets.stream().anyMatch(TargetNumbers::stale));
    }

    private static TargetNumbers target(TrackedPost post, Instant freshFrom) {
        Instant asOf = post.latest().asOf();
        return new TargetNumbers(
                post.targetId(),
                post.accountId(),
                post.externalPostId(),
                metrics(post.latest()),
                unavailable(post),
                post.missingSince(),
                asOf,
                asOf != null && asOf.isBefore(freshFrom));
    }

    private static Metrics metrics(LatestCounts latest) {
        return new Metrics(
                value(latest.views()),
                value(latest.likes()),
                value(latest.comments()),
                value(latest.shares()),
                null,
                null);
    }

    private static Map<String, String> unavailable(TrackedPost post) {
        LatestCounts latest = post.latest();
        String reason = reason(post);
        Map<String, String> reasons = new LinkedHashMap<>();
        explain(reasons, "views", latest.views(), reason);
        explain(reasons, "likes", latest.likes(), reason);
        explain(reasons, "comments", latest.comments(), reason);
        explain(reasons, "shares", latest.shares(), reason);
        reasons.put("watchTimeSeconds", NEEDS_BUSINESS);
        reasons.put("avgViewDurationSeconds", NEEDS_BUSINESS);
        return reasons;
    }

    private static String reason(TrackedPost post) {
        if (post.externalPostId() == null) {
            return "TikTok has not told the post's id yet";
        }
        if (post.problem() != null) {
            return post.problem().reason();
        }
        return post.readAt() == null ? "not read from TikTok yet" : "TikTok did not give this number";
    }

    private static void explain(Map<String, String> reasons, String name, @Nullable Reading reading, String reason) {
        if (reading == null) {
            reasons.put(name, reason);
        }
    }

    private static @Nullable Long value(@Nullable Reading reading) {
        return reading == null ? null : reading.value();
    }
}
