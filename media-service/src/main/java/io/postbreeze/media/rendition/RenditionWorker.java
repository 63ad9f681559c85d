package io.postbreeze.media.rendition;

import io.postbreeze.api.PrefixedIds;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Makes what was ordered, whichever replica it was ordered from, some at once. */
@ApplicationScoped
class RenditionWorker {
    private static final Logger LOGGER = Logger.getLogger(RenditionWorker.class);

    /** What fails so often fails because of the photo, whatever it looks like. */
    private static final int MOST_ATTEMPTS = 20;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int LONGEST_DOUBLING = 9;

    private final String owner = PrefixedIds.next("rep");
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicBoolean claiming = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final Renditions renditions;
    private final RenditionMaker maker;
    private final RenditionMetrics metrics;
    private final RenditionConfig config;
    private final Clock clock;
    private final WorkerExecutor workers;

    RenditionWorker(
            Renditions renditions,
            RenditionMaker maker,
            RenditionMetrics metrics,
            RenditionConfig config,
            Clock clock,
            Vertx vertx) {
        this.renditions = renditions;
        this.maker = maker;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
        this.workers = vertx.createSharedWorkerExecutor(
                "renditions", config.atOnce(), config.lease().toSeconds(), TimeUnit.SECONDS);
    }

    @PreDestroy
    void close() {
        workers.closeAndForget();
    }

    /** For what others have ordered, and for what a dead replica has left. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        wake();
    }

    /** Looks for work as soon as there is room for some. */
    void wake() {
        wanted.set(true);
        if (claiming.compareAndSet(false, true)) {
            claim();
        }
    }

    private void claim() {
        wanted.set(false);
        int free = config.atOnce() - busy.get();
        Instant now = clock.instant();
        Uni<List<Rendition>> claimed = free <= 0
                ? Uni.createFrom().item(List.of())
                : renditions.claim(owner, now, now.plus(config.lease()), free);
        claimed.onFailure()
                .invoke(failure -> LOGGER.warnf("Photos cannot be looked for: %s", failure.toString()))
                .onFailure()
                .recoverWithItem(List.of())
                .subscribe()
                .with(due -> {
                    due.forEach(this::begin);
                    claiming.set(false);
                    if (wanted.get()) {
                        wake();
                    }
                });
    }

    private void begin(Rendition rendition) {
        busy.incrementAndGet();
        long started = metrics.start();
        workers.executeBlocking(() -> maker.make(rendition.key()), false)
                .invoke(outcome -> metrics.ended(outcome, started))
                .chain(outcome -> keep(rendition.key(), outcome))
                .onFailure()
                .recoverWithUni(failure -> {
                    metrics.putOff(started);
                    return failed(rendition, failure);
                })
                .onTermination()
                .invoke(() -> {
                    busy.decrementAndGet();
                    wake();
                })
                .subscribe()
                .with(
                        kept -> {},
                        // The lease ends and the photo is made once more, to the same end.
                        failure -> LOGGER.warnf(
                                "What became of %s cannot be kept: %s",
                                rendition.key().mediaId(), failure.toString()));
    }

    private Uni<Void> keep(Rendition.Key key, RenditionMaker.Outcome outcome) {
        return switch (outcome) {
            case RenditionMaker.Outcome.Done done -> renditions.ready(owner, key, done.made());
            case RenditionMaker.Outcome.Impossible never ->
                renditions.failed(owner, key, never.code(), never.message());
        };
    }

    private Uni<Void> failed(Rendition rendition, Throwable failure) {
        LOGGER.warnf(failure, "%s could not be made ready", rendition.key().mediaId());
        if (rendition.attempts() >= MOST_ATTEMPTS) {
            return renditions.failed(
                    owner, rendition.key(), "MEDIA_DAMAGED", "It could not be made into what TikTok takes.");
        }
        return renditions.later(owner, rendition.key(), clock.instant().plus(wait(rendition.attempts())));
    }

    private static Duration wait(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, LONGEST_DOUBLING));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
