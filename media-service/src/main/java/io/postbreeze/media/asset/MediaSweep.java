package io.postbreeze.media.asset;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks after files in turn: uploads that nobody finished and files that no post has used for long go, those that a
 * post uses stay. What cannot be found out is tried again later; nothing is destroyed on a guess. Replicas share the
 * work.
 */
@ApplicationScoped
class MediaSweep {
    private static final Logger LOGGER = Logger.getLogger(MediaSweep.class);
    private static final int AT_ONCE = 20;

    /** When somebody looks again at what failed, or was claimed by a replica that died. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final SweepQueue queue;
    private final ResolveMedia media;
    private final MediaUses uses;
    private final DestroyMedia destruction;
    private final LibraryConfig config;
    private final MediaMetrics metrics;
    private final Clock clock;

    MediaSweep(
            SweepQueue queue,
            ResolveMedia media,
            MediaUses uses,
            DestroyMedia destruction,
            LibraryConfig config,
            MediaMetrics metrics,
            Clock clock) {
        this.queue = queue;
        this.media = media;
        this.uses = uses;
        this.destruction = destruction;
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Looks after what is due; how many that were. */
    @Scheduled(
            every = "${postbreeze.media.library.sweep-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return round().flatMap(
                        found -> found == AT_ONCE ? sweep() : Uni.createFrom().voidItem());
    }

    private Uni<Integer> round() {
        Instant now = clock.instant();
        return queue.claim(now, now.plus(AGAIN), AT_ONCE)
                .onItem()
                .transformToMulti(keys -> Multi.createFrom().iterable(keys))
                .onItem()
                .transformToUniAndConcatenate(key -> look(key, now))
                .collect()
                .asList()
                .map(List::size);
    }

    private Uni<MediaAssetKey> look(MediaAssetKey key, Instant now) {
        return queue.find(key)
                .onItem()
                .ifNotNull()
                .transformToUni(asset -> asset.deletedAt == null
                        ? media.seen(asset)
                        : Uni.createFrom().item(asset))
                .onItem()
                .ifNotNull()
                .transformToUni(asset -> uses.of(key.workspaceId(), key.id())
                        .map(found -> SweepDecision.of(asset, !found.isEmpty(), now, config))
                        .flatMap(decision -> carryOut(decision, asset, now)))
                .onFailure()
                .invoke(failure -> LOGGER.warnf("The sweep leaves %s for later: %s", key.id(), failure))
                .onFailure()
                .recoverWithNull()
                .replaceWith(key);
    }

    private Uni<Void> carryOut(SweepDecision decision, MediaAsset asset, Instant now) {
        return switch (decision) {
            case SweepDecision.Keep keep -> queue.change(asset, row -> keep(row, keep, now));
            case SweepDecision.TakeAway away ->
                queue.change(asset, row -> {
                    row.deletedAt = now;
                    row.sweepAt = away.until();
                });
            case SweepDecision.Destroy gone -> destruction.destroy(asset).invoke(metrics::swept);
        };
    }

    private static void keep(MediaAsset row, SweepDecision.Keep keep, Instant now) {
        row.sweepAt = keep.until();
        if (keep.used()) {
            row.usedAt = now;
            // A post got hold of it while it was being deleted: the post wins.
            row.deletedAt = null;
        }
    }
}
