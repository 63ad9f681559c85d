package io.postbreeze.publisher.dispatch;

import io.postbreeze.publisher.config.PublisherConfig;
import io.postbreeze.publisher.store.Claims;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Renews the leases of running work, and ends what is no longer ours. */
@ApplicationScoped
class LeaseKeeper {
    private static final Logger LOGGER = Logger.getLogger(LeaseKeeper.class);

    private final Claims claims;
    private final Runs runs;
    private final PublisherConfig config;
    private final Clock clock;
    private final Vertx vertx;

    LeaseKeeper(Claims claims, Runs runs, PublisherConfig config, Clock clock, Vertx vertx) {
        this.claims = claims;
        this.runs = runs;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(config.leaseRenewal().toMillis(), tick -> renew());
    }

    private void renew() {
        List<Run> held = runs.all();
        if (held.isEmpty()) {
            return;
        }
        claims.renew(
                        runs.owner(),
                        held.stream().map(Run::key).toList(),
                        clock.instant().plus(config.lease()))
                .subscribe()
                .with(
                        ours -> cancelLost(held, ours),
                        // The fence keeps us harmless should the leases end meanwhile.
                        failure -> LOGGER.warnf("Leases could not be renewed yet: %s", failure.toString()));
    }

    /** What rested since the question was asked is not ours either; its run has ended, so nothing happens to it. */
    private void cancelLost(List<Run> held, Set<String> ours) {
        held.stream().filter(run -> !ours.contains(run.key().publicationId())).forEach(runs::cancel);
    }
}
