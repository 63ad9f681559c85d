package io.postbreeze.analytics.refresh;

import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.postbreeze.analytics.AnalyticsMetrics;
import io.postbreeze.analytics.numbers.RefreshProblem;
import io.postbreeze.analytics.plan.Cadence;
import io.postbreeze.analytics.plan.DueBatch;
import io.postbreeze.analytics.plan.Outcome;
import io.postbreeze.analytics.plan.Outcomes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/** Reads one batch and keeps what came of it. */
@ApplicationScoped
class AccountRefresh {
    private static final Logger LOGGER = Logger.getLogger(AccountRefresh.class);

    private final VideoCounts tiktok;
    private final OutcomeStore store;
    private final Outcomes outcomes;
    private final Clock clock;
    private final AnalyticsMetrics metrics;

    AccountRefresh(
            VideoCounts tiktok,
            OutcomeStore store,
            RefreshConfig config,
            RandomGenerator random,
            Clock clock,
            AnalyticsMetrics metrics) {
        this.tiktok = tiktok;
        this.store = store;
        this.outcomes = new Outcomes(new Cadence(config.interval(), config.earlyAges()), random);
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Completes when the outcome is stored; fails only when it cannot be, and then the lease runs out. */
    @WithSpan("refresh account")
    Uni<Void> refresh(DueBatch batch) {
        Instant askedAt = clock.instant();
        batch.posts().forEach(post -> metrics.late(Duration.between(post.dueAt(), askedAt)));
        return tiktok.of(batch.accountId(), batch.externalPostIds())
                .map(answer -> outcomes.ofAnswer(batch, answer, askedAt))
                .onFailure()
                .recoverWithItem(failure -> failed(batch, failure))
                .chain(results -> store.save(batch, results))
                .invoke(this::count)
                .replaceWithVoid();
    }

    private List<Outcome> failed(DueBatch batch, Throwable failure) {
        RefreshProblem problem = Problems.of(failure);
        LOGGER.infof(
                "The numbers of %d posts of account %s were not read: %s (%s)",
                batch.posts().size(), batch.accountId(), problem, failure);
        return outcomes.ofProblem(batch, problem, clock.instant());
    }

    private void count(List<Outcome> kept) {
        kept.forEach(outcome -> metrics.read(
                outcome.problem() == null
                        ? "refreshed"
                        : outcome.problem().name().toLowerCase(Locale.ROOT)));
    }
}
