package io.postbreeze.publisher.dispatch;

import io.postbreeze.publisher.config.PublisherConfig;
import io.postbreeze.publisher.store.Claimed;
import io.postbreeze.publisher.store.Claims;
import io.postbreeze.publisher.store.Lane;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Claims what is due, then sleeps until the next row is: at most a second, less when woken. The schedule is in the
 * database, so any number of replicas may do this, and a sleeping one misses nothing. All of it happens on one context,
 * hence no locks.
 */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOGGER = Logger.getLogger(Dispatcher.class);

    private final Claims claims;
    private final Runs runs;
    private final PublisherConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final Context context;
    private long timer = -1;
    private boolean looking;
    private boolean wanted;
    private volatile boolean stopped;

    Dispatcher(Claims claims, Runs runs, PublisherConfig config, Clock clock, Vertx vertx) {
        this.claims = claims;
        this.runs = runs;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    void start(@Observes StartupEvent event) {
        stopped = false;
        runs.whenFree(this::wake);
        wake();
    }

    /** Says that something may be due now; returns at once. */
    public void wake() {
        context.runOnContext(woken -> look());
    }

    /** Claims nothing from now on. */
    void stop() {
        stopped = true;
    }

    private void look() {
        if (looking || stopped) {
            wanted = true;
            return;
        }
        looking = true;
        wanted = false;
        vertx.cancelTimer(timer);
        Instant now = clock.instant();
        claim(Lane.QUESTIONS, now)
                .chain(more -> claim(Lane.UPLOADS, now).map(uploads -> more || uploads))
                .chain(more -> more ? Uni.createFrom().item(Duration.ZERO) : pause(now))
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .subscribe()
                .with(this::sleep, this::failed);
    }

    /** Whether there may be more to claim at once. */
    private Uni<Boolean> claim(Lane lane, Instant now) {
        int free = runs.free(lane);
        if (free == 0) {
            return Uni.createFrom().item(false);
        }
        return claims.claim(
                        runs.owner(),
                        lane,
                        now,
                        now.plus(config.lease()),
                        free,
                        lane == Lane.UPLOADS ? config.uploadsPerAccount() : free,
                        runs.busyAccounts(lane))
                .map(claimed -> begin(lane, claimed, now) == free);
    }

    private int begin(Lane lane, List<Claimed> claimed, Instant now) {
        if (stopped) {
            runs.release(claimed.stream().map(one -> one.publication().key()).toList())
                    .subscribe()
                    .with(released -> {}, failure -> LOGGER.infof("Leases end by themselves: %s", failure.toString()));
            return 0;
        }
        claimed.forEach(one -> runs.begin(lane, one, now));
        return claimed.size();
    }

    /** Rows that are due already and were left, were left for a reason; whatever ends that reason wakes us. */
    private Uni<Duration> pause(Instant looked) {
        return claims.nextAfter(looked).map(this::until);
    }

    private Duration until(Optional<Instant> next) {
        Duration wait = next.map(at -> Duration.between(clock.instant(), at)).orElse(config.longestSleep());
        return wait.compareTo(config.longestSleep()) < 0 ? wait : config.longestSleep();
    }

    private void sleep(Duration wait) {
        looking = false;
        if (wanted || !wait.isPositive()) {
            look();
            return;
        }
        // A timer that fires a fraction of a millisecond early would look in vain.
        timer = vertx.setTimer(wait.toMillis() + 1, fired -> context.runOnContext(awake -> look()));
    }

    private void failed(Throwable failure) {
        LOGGER.warnf("Cannot look at the schedule, trying again: %s", failure.toString());
        wanted = false;
        sleep(config.longestSleep());
    }
}
