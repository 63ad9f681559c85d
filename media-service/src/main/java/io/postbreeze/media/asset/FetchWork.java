package io.postbreeze.media.asset;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.media.fetch.FetchConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Fetches files, those that were ordered here and those that a dead replica has left, some at once. */
@ApplicationScoped
class FetchWork {
    private static final Logger LOGGER = Logger.getLogger(FetchWork.class);

    private final Map<String, FetchLog> held = new ConcurrentHashMap<>();
    private final FetchJobs jobs;
    private final MediaAssets assets;
    private final FetchAttempt attempt;
    private final FetchConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final WorkerExecutor workers;

    FetchWork(FetchJobs jobs, MediaAssets assets, FetchAttempt attempt, FetchConfig config, Clock clock, Vertx vertx) {
        this.jobs = jobs;
        this.assets = assets;
        this.attempt = attempt;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.workers = vertx.createSharedWorkerExecutor(
                "media-fetch", config.atOnce(), config.totalTimeout().toSeconds(), TimeUnit.SECONDS);
    }

    /** Leaves what is under way to the other replicas. */
    @PreDestroy
    void close() {
        attempt.stop();
        workers.closeAndForget();
    }

    /** Holds on to what is under way, then looks for what nobody holds any more. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return hold().chain(() -> {
                    int free = config.atOnce() - held.size();
                    return free > 0
                            ? jobs.claim(PrefixedIds.next("lease"), free)
                            : Uni.createFrom().item(List.<FetchJob>of());
                })
                .invoke(claimed -> claimed.forEach(this::takeOver))
                .replaceWithVoid();
    }

    private Uni<Void> hold() {
        Set<String> leases = Set.copyOf(held.keySet());
        return leases.isEmpty()
                ? Uni.createFrom().voidItem()
                : jobs.renew(leases)
                        .invoke(kept -> leases.stream()
                                .filter(lease -> !kept.contains(lease))
                                .map(held::get)
                                .filter(Objects::nonNull)
                                .forEach(FetchLog::lose))
                        .replaceWithVoid();
    }

    private void takeOver(FetchJob job) {
        LOGGER.infof("%s goes on here", job);
        begin(job).subscribe().with(ended -> {});
    }

    /**
     * Begins, or goes on; the lease is held by this replica.
     *
     * @return done when the fetch has ended or is left to another replica; never fails
     */
    Uni<Void> begin(FetchJob job) {
        FetchLog log = new FetchLog(jobs, job, clock);
        held.put(job.leaseId(), log);
        var ended = Uni.createFrom()
                .deferred(() -> toItsEnd(job, log))
                .runSubscriptionOn(this::onContextOfItsOwn)
                .onFailure()
                // The row stays as it is: when the lease ends, somebody looks again.
                .invoke(failure -> LOGGER.errorf(failure, "The end of fetching %s could not be kept", job.mediaId()))
                .onFailure()
                .recoverWithNull()
                .onTermination()
                .invoke(() -> held.remove(job.leaseId()))
                .subscribeAsCompletionStage();
        return Uni.createFrom().completionStage(ended.copy());
    }

    private Uni<Void> toItsEnd(FetchJob job, FetchLog log) {
        return assets.evenDeleted(List.of(job.workspaceId()), List.of(job.mediaId()))
                .chain(rows -> {
                    if (rows.isEmpty()) {
                        return jobs.end(job.leaseId());
                    }
                    MediaAsset asset = rows.getFirst();
                    return asset.status == AssetStatus.PROCESSING && asset.deletedAt == null
                            ? workers.executeBlocking(() -> attempt.run(job, asset, log), false)
                                    .chain(end -> keep(job, end))
                            : workers.executeBlocking(() -> forget(asset, log), false)
                                    .chain(() -> jobs.end(job.leaseId()));
                });
    }

    private Optional<Examination> forget(MediaAsset asset, FetchLog log) {
        attempt.discard(asset, log);
        return Optional.empty();
    }

    private Uni<Void> keep(FetchJob job, Optional<Examination> end) {
        return end.map(seen -> assets.record(job.workspaceId(), Map.of(job.mediaId(), seen), clock.instant())
                        .chain(() -> jobs.end(job.leaseId())))
                .orElseGet(() -> jobs.release(job.leaseId()));
    }

    /** Sessions belong to contexts: files that end at the same time must not share one. */
    private void onContextOfItsOwn(Runnable work) {
        Context own =
                VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
        Objects.requireNonNull(own).runOnContext(started -> work.run());
    }
}
