package io.postbreeze.postapi.webhook;

import io.quarkus.runtime.ShutdownEvent;
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
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Claims deliveries that are due and sends them, then sleeps until the next one is: at most a second, less when woken.
 * The queue is in the database, so any number of replicas may do this. All of it happens on one context, hence no
 * locks.
 */
@ApplicationScoped
class WebhookSender {
    private static final Logger LOGGER = Logger.getLogger(WebhookSender.class);

    private final Claims claims;
    private final WebhookClient client;
    private final Outcomes outcomes;
    private final WebhooksConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final Context context;
    private final String owner = UUID.randomUUID().toString();
    private long timer = -1;
    private int underWay;
    private boolean looking;
    private boolean wanted;
    private volatile boolean stopped;

    WebhookSender(
            Claims claims, WebhookClient client, Outcomes outcomes, WebhooksConfig config, Clock clock, Vertx vertx) {
        this.claims = claims;
        this.client = client;
        this.outcomes = outcomes;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    void start(@Observes StartupEvent event) {
        wake();
    }

    /** Claims nothing from now on; leases of what is under way end by themselves if need be. */
    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Says that something may be due now; returns at once. */
    void wake() {
        context.runOnContext(woken -> look());
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
        claim(now)
                .chain(begun -> begun ? Uni.createFrom().item(Duration.ZERO) : pause(now))
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .subscribe()
                .with(this::sleep, this::failed);
    }

    /** Whether anything was begun, and there may be more. */
    private Uni<Boolean> claim(Instant now) {
        int free = config.concurrency() - underWay;
        if (free <= 0) {
            return Uni.createFrom().item(false);
        }
        return claims.claim(owner, now, now.plus(config.lease()), free, config.concurrencyPerEndpoint())
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .map(this::begin);
    }

    private boolean begin(List<Claimed> claimed) {
        claimed.forEach(this::send);
        return !claimed.isEmpty();
    }

    private void send(Claimed claimed) {
        underWay++;
        Uni.createFrom()
                .completionStage(() -> client.send(claimed).toCompletionStage())
                .chain(answer -> outcomes.store(owner, claimed, answer, clock.instant()))
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .subscribe()
                .with(stored -> ended(), failure -> {
                    // The lease ends and another try is made: at least once.
                    LOGGER.warnf("The outcome of delivery %s was not stored: %s", claimed.id(), failure.toString());
                    ended();
                });
    }

    private void ended() {
        underWay--;
        look();
    }

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
        LOGGER.warnf("Cannot look at the queue of webhooks, trying again: %s", failure.toString());
        wanted = false;
        sleep(config.longestSleep());
    }
}
