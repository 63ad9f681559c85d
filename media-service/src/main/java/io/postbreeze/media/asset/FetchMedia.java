package io.postbreeze.media.asset;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.media.fetch.FetchConfig;
import io.postbreeze.media.fetch.FetchFailure;
import io.postbreeze.media.fetch.UrlFetch;
import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.inspection.RejectionCode;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Fetches files from URLs. The asset exists before the first byte flows; the file appears in the store whole or not at
 * all, so a look at the store tells how a fetch ended even if nobody lived to write it down.
 */
@ApplicationScoped
class FetchMedia {
    private static final Logger LOGGER = Logger.getLogger(FetchMedia.class);
    private static final Rejection INTERRUPTED = new Rejection(
            RejectionCode.MEDIA_URL_INTERRUPTED, "The service stopped while fetching. Nothing is wrong: try again.");
    private static final Rejection FAILED = new Rejection(
            RejectionCode.MEDIA_URL_INTERRUPTED, "The file could not be stored. Nothing is wrong with it: try again.");
    /** Beyond its own limit, a fetch may have to wait for others. */
    private static final int LINE = 6;

    private final MediaAssets assets;
    private final UrlFetch fetch;
    private final UploadExamination examination;
    private final MediaMetrics metrics;
    private final FetchConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final WorkerExecutor workers;

    FetchMedia(
            MediaAssets assets,
            UrlFetch fetch,
            UploadExamination examination,
            MediaMetrics metrics,
            FetchConfig config,
            Clock clock,
            Vertx vertx) {
        this.assets = assets;
        this.fetch = fetch;
        this.examination = examination;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.workers = vertx.createSharedWorkerExecutor(
                "media-fetch", config.atOnce(), longest().toSeconds(), TimeUnit.SECONDS);
    }

    @PreDestroy
    void close() {
        workers.closeAndForget();
    }

    /** The assets of the files, fetched or still being fetched when the wait has become long. */
    Uni<List<MediaAsset>> fetch(String workspaceId, List<FetchOrder> orders) {
        Instant now = clock.instant();
        List<MediaAsset> added = orders.stream()
                .map(order -> MediaAsset.fetched(workspaceId, PrefixedIds.next("med"), order, now, now.plus(longest())))
                .toList();
        return assets.addAll(workspaceId, added)
                .chain(() -> all(added, orders))
                .chain(() -> assets.named(
                        List.of(workspaceId),
                        added.stream().map(asset -> asset.id).toList()))
                .map(rows -> inOrder(added, rows));
    }

    /** Gives up what a crash has left behind. */
    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> giveUp() {
        return assets.giveUpFetches(INTERRUPTED, clock.instant()).replaceWithVoid();
    }

    private Duration longest() {
        return config.totalTimeout().multipliedBy(LINE);
    }

    /** Waits as long as a request may; whoever stops waiting does not stop the work. */
    private Uni<Void> all(List<MediaAsset> added, List<FetchOrder> orders) {
        List<Uni<Void>> started = new ArrayList<>();
        IntStream.range(0, added.size())
                .forEach(index ->
                        started.add(begin(added.get(index), orders.get(index).url())));
        return Uni.join()
                .all(started)
                .andCollectFailures()
                .replaceWithVoid()
                .ifNoItem()
                .after(config.patience())
                .recoverWithItem(() -> null);
    }

    private Uni<Void> begin(MediaAsset asset, String url) {
        var ended = Uni.createFrom()
                .deferred(() -> workers.executeBlocking(() -> bring(asset, url), false)
                        .chain(seen -> assets.record(asset.workspaceId, Map.of(asset.id, seen), clock.instant())))
                .runSubscriptionOn(this::onContextOfItsOwn)
                .replaceWithVoid()
                .onFailure()
                // The row stays as it is: a look at the store, or the sweep, tells what became of it.
                .invoke(failure -> LOGGER.errorf(failure, "The end of fetching %s could not be kept", asset.id))
                .onFailure()
                .recoverWithNull()
                .subscribeAsCompletionStage();
        return Uni.createFrom().completionStage(ended.copy());
    }

    /** Sessions belong to contexts: files that end at the same time must not share one. */
    private void onContextOfItsOwn(Runnable work) {
        Context own =
                VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
        Objects.requireNonNull(own).runOnContext(started -> work.run());
    }

    private Examination bring(MediaAsset asset, String url) {
        long started = metrics.start();
        Examination seen = attempt(asset, url);
        metrics.fetched(seen, started);
        return seen;
    }

    private Examination attempt(MediaAsset asset, String url) {
        try {
            fetch.fetch(url, asset.storageKey);
            return examination.examine(asset);
        } catch (FetchFailure failure) {
            return new Examination.NotFetched(failure.rejection());
        } catch (RuntimeException e) {
            LOGGER.warnf("%s could not be stored: %s", asset.id, e.toString());
            return new Examination.NotFetched(FAILED);
        }
    }

    private static List<MediaAsset> inOrder(List<MediaAsset> added, List<MediaAsset> rows) {
        return added.stream()
                .map(asset -> rows.stream()
                        .filter(row -> row.id.equals(asset.id))
                        .findFirst()
                        .orElse(asset))
                .toList();
    }
}
