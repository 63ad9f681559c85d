package io.postbreeze.analytics.plan;

import io.postbreeze.analytics.numbers.Counts;
import io.postbreeze.analytics.numbers.RefreshProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Turns TikTok's answer, or the lack of one, into what becomes of each post. */
public final class Outcomes {
    private final Cadence cadence;
    private final RandomGenerator random;

    /** Outcomes by this cadence and this chance. */
    public Outcomes(Cadence cadence, RandomGenerator random) {
        this.cadence = cadence;
        this.random = random;
    }

    /** After an answer. A post it leaves out is missing; the others are none the worse for it. */
    public List<Outcome> ofAnswer(DueBatch batch, Map<String, Counts> answer, Instant takenAt) {
        return batch.posts().stream()
                .map(post -> ofAnswer(post, answer.get(post.externalPostId()), takenAt))
                .toList();
    }

    /** After a question that got no answer: for no post anything is known. */
    public List<Outcome> ofProblem(DueBatch batch, RefreshProblem problem, Instant now) {
        return batch.posts().stream().map(post -> failed(post, problem, now)).toList();
    }

    private Outcome ofAnswer(DuePost post, @Nullable Counts counts, Instant takenAt) {
        if (counts == null) {
            return failed(post, RefreshProblem.VIDEO_MISSING, takenAt);
        }
        return new Outcome(
                post,
                counts,
                takenAt,
                post.latest().with(counts, takenAt),
                cadence.next(post.publishedAt(), takenAt, random),
                0,
                null,
                null);
    }

    private Outcome failed(DuePost post, RefreshProblem problem, Instant now) {
        int failures = RefreshFailurePolicy.counts(problem) ? post.failures() + 1 : post.failures();
        Instant retryAt = RefreshFailurePolicy.retryAt(problem, failures, post.publishedAt(), now, random);
        return new Outcome(
                post, null, now, post.latest(), retryAt, failures, problem, missingSince(post, problem, now));
    }

    private static @Nullable Instant missingSince(DuePost post, RefreshProblem problem, Instant now) {
        return problem == RefreshProblem.VIDEO_MISSING && post.missingSince() == null ? now : post.missingSince();
    }
}
