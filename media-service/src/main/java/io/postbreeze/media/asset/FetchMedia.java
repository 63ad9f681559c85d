package io.postbreeze.media.asset;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.media.fetch.FetchConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders fetches from URLs. The asset exists before the first byte flows; the file appears in the store whole or not at
 * all, so a look at the store tells how a fetch ended even if nobody lived to write it down.
 */
@ApplicationScoped
class FetchMedia {
    /** Beyond its own limit, a fetch may have to wait for others. */
    private static final int LINE = 6;

    private final MediaAssets assets;
    private final FetchJobs jobs;
    private final FetchWork work;
    private final FetchConfig config;
    private final Clock clock;

    FetchMedia(MediaAssets assets, FetchJobs jobs, FetchWork work, FetchConfig config, Clock clock) {
        this.assets = assets;
        this.jobs = jobs;
        this.work = work;
        this.config = config;
        this.clock = clock;
    }

    /** The assets of the files, fetched or still being fetched when the wait has become long. */
    Uni<List<MediaAsset>> fetch(String workspaceId, List<FetchOrder> orders) {
        Instant now = clock.instant();
        List<MediaAsset> added = new ArrayList<>();
        List<FetchJob> begun = new ArrayList<>();
        for (FetchOrder order : orders) {
            MediaAsset asset =
                    MediaAsset.fetched(workspaceId, PrefixedIds.next("med"), order, now, now.plus(longest()));
            added.add(asset);
            begun.add(new FetchJob(workspaceId, asset.id, order.url(), PrefixedIds.next("lease"), 1, null));
        }
        return jobs.add(workspaceId, added, begun)
                .chain(() -> all(begun))
                .chain(() -> assets.named(
                        List.of(workspaceId),
                        added.stream().map(asset -> asset.id).toList()))
                .map(rows -> inOrder(added, rows));
    }

    /** Gives up what has not ended in all its time. */
    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> giveUp() {
        return assets.giveUpFetches(FetchAttempt.INTERRUPTED, clock.instant()).replaceWithVoid();
    }

    private Duration longest() {
        return config.totalTimeout().multipliedBy(LINE);
    }

    /** Waits as long as a request may; whoever stops waiting does not stop the work. */
    private Uni<Void> all(List<FetchJob> begun) {
        return Uni.join()
                .all(begun.stream().map(work::begin).toList())
                .andCollectFailures()
                .replaceWithVoid()
                .ifNoItem()
                .after(config.patience())
                .recoverWithItem(() -> null);
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
