package io.postbreeze.tiktok;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Calls back once when nothing has moved for a while. Progress costs one counter, not one timer per buffer. */
final class SilenceWatch {

    private static final int LOOKS = 4;

    private final Vertx vertx;
    private final Duration limit;
    private final Runnable onSilence;
    private final AtomicLong moves = new AtomicLong();
    private volatile long timer = -1;
    private long seen;
    private int silentLooks;

    SilenceWatch(Vertx vertx, Duration limit, Runnable onSilence) {
        this.vertx = vertx;
        this.limit = limit;
        this.onSilence = onSilence;
    }

    void start() {
        timer = vertx.setPeriodic(Math.max(1, limit.toMillis() / LOOKS), _ -> look());
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    void progress() {
        moves.incrementAndGet();
    }

    private void look() {
        long now = moves.get();
        silentLooks = now == seen ? silentLooks + 1 : 0;
        seen = now;
        if (silentLooks >= LOOKS) {
            stop();
            onSilence.run();
        }
    }
}
