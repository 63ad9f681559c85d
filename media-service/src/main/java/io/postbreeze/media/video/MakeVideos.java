package io.postbreeze.media.video;

import io.postbreeze.media.store.ObjectChangedException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does the work of the table, one piece of each kind at a time: it is heavy, and nobody waits for it in a request. */
@ApplicationScoped
class MakeVideos {
    private static final Logger LOGGER = Logger.getLogger(MakeVideos.class);
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);

    private final VideoJobs jobs;
    private final PosterWork posters;
    private final RepairWork repairs;
    private final VideoTools tools;
    private final VideoMetrics metrics;
    private final WorkerExecutor workers;
    private volatile boolean stopping;
    private final Set<String> held = ConcurrentHashMap.newKeySet();

    MakeVideos(
            VideoJobs jobs,
            PosterWork posters,
            RepairWork repairs,
            VideoTools tools,
            VideoMetrics metrics,
            Vertx vertx) {
        this.jobs = jobs;
        this.posters = posters;
        this.repairs = repairs;
        this.tools = tools;
        this.metrics = metrics;
        this.workers = vertx.createSharedWorkerExecutor("media-video", JobKind.values().length, 2, TimeUnit.HOURS);
    }

    /** What is under way is killed at once; its lease runs out and another replica begins anew. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @PreDestroy
    void close() {
        stopping = true;
        workers.closeAndForget();
    }

    /** Makes posters until all are made. */
    @Scheduled(every = "${postbreeze.media.video.every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> makePosters() {
        return tools.makesPosters()
                ? work(JobKind.POSTER, posters)
                : Uni.createFrom().voidItem();
    }

    /** Repairs until nothing is left to repair. */
    @Scheduled(every = "${postbreeze.media.video.every:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> repair() {
        return tools.repairs()
                ? work(JobKind.REPAIR, repairs)
                : Uni.createFrom().voidItem();
    }

    /** Holds on to what is under way; lets go of what others have taken over. */
    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> renew() {
        Set<String> now = Set.copyOf(held);
        return now.isEmpty()
                ? Uni.createFrom().voidItem()
                : jobs.renew(now)
                        .invoke(still -> held.removeIf(lease -> now.contains(lease) && !still.contains(lease)))
                        .replaceWithVoid();
    }

    private Uni<Void> work(JobKind kind, Work work) {
        return Uni.createFrom()
                .deferred(() -> stopping ? Uni.createFrom().item(Optional.<VideoJob>empty()) : jobs.claim(kind))
                .flatMap(job -> job.isEmpty()
                        ? Uni.createFrom().item(false)
                        : take(job.get(), work).replaceWith(true))
                .repeat()
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> take(VideoJob job, Work work) {
        if (job.attempts() > MOST_ATTEMPTS) {
            // Whatever it is about this file, it ended a replica or met a deaf store each time.
            return jobs.fail(job, work.failureCode());
        }
        held.add(job.leaseId());
        long started = metrics.start();
        return workers.executeBlocking(() -> work.make(job, () -> isWanted(job)), false)
                .flatMap(result -> done(job, result, started))
                .onFailure()
                .recoverWithUni(failure -> failed(job, failure, started))
                .eventually(() -> held.remove(job.leaseId()));
    }

    private boolean isWanted(VideoJob job) {
        return !stopping && held.contains(job.leaseId());
    }

    private Uni<Void> done(VideoJob job, Work.Made result, long started) {
        metrics.ended(job.kind(), "done", started);
        return jobs.done(job, result);
    }

    private Uni<Void> failed(VideoJob job, Throwable failure, long started) {
        return switch (failure) {
            case VideoFailure last -> {
                LOGGER.infof("%s of %s: %s", job.kind(), job.mediaId(), last.getMessage());
                metrics.ended(job.kind(), "failed", started);
                yield jobs.fail(job, last.code());
            }
            case ObjectChangedException gone -> {
                // Nobody asks for this version any more.
                metrics.ended(job.kind(), "overwritten", started);
                yield jobs.fail(job, "MEDIA_OVERWRITTEN");
            }
            case CancellationException unwanted -> Uni.createFrom().voidItem();
            default -> {
                LOGGER.warnf("%s of %s is tried again: %s", job.kind(), job.mediaId(), failure.toString());
                metrics.ended(job.kind(), "retried", started);
                yield jobs.later(job, FIRST_WAIT.multipliedBy(1L << job.attempts()));
            }
        };
    }
}
