package io.postbreeze.media.asset;

import io.postbreeze.media.fetch.Checkpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps how far one fetch is: the upload's beginning at once, its parts about once a second. */
final class FetchLog implements Checkpoint.Log {
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final FetchJobs jobs;
    private final FetchJob job;
    private final Clock clock;
    private Instant kept = Instant.EPOCH;
    private @Nullable Checkpoint latest;
    private volatile boolean lost;

    FetchLog(FetchJobs jobs, FetchJob job, Clock clock) {
        this.jobs = jobs;
        this.job = job;
        this.clock = clock;
        this.latest = job.reached();
    }

    /** From now on the fetch is somebody else's; from any thread. */
    void lose() {
        lost = true;
    }

    /** Asks whether the fetch is still this replica's, and holds on to it; blocking. */
    boolean isHeld() {
        return !lost && jobs.isHeld(job.leaseId());
    }

    @Override
    public void at(Checkpoint checkpoint) {
        if (lost) {
            throw new LeaseLostException();
        }
        latest = checkpoint;
        Instant now = clock.instant();
        if (checkpoint.upload().bytes() == 0 || !now.isBefore(kept.plus(BETWEEN))) {
            jobs.keep(job.leaseId(), checkpoint);
            kept = now;
        }
    }

    /** What the store has of it, on the thread that fetches. */
    Optional<Checkpoint> latest() {
        return Optional.ofNullable(latest);
    }
}
