package io.postbreeze.publisher.dispatch;

import io.postbreeze.publisher.config.PublisherConfig;
import io.postbreeze.publisher.publication.PublicationKey;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * A planned end: claims nothing more, lets running work reach its next checkpoint, and gives the leases back, so that
 * another replica goes on at once. What takes too long is cut off; its checkpoint is one chunk old.
 */
@ApplicationScoped
class Shutdown {
    private static final Logger LOGGER = Logger.getLogger(Shutdown.class);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Dispatcher dispatcher;
    private final Runs runs;
    private final PublisherConfig config;

    Shutdown(Dispatcher dispatcher, Runs runs, PublisherConfig config) {
        this.dispatcher = dispatcher;
        this.runs = runs;
        this.config = config;
    }

    void stop(@Observes ShutdownEvent event) {
        dispatcher.stop();
        List<PublicationKey> held = runs.all().stream().map(Run::key).toList();
        runs.stopAtCheckpoints();
        try {
            Multi.createFrom()
                    .ticks()
                    .every(GLANCE)
                    .select()
                    .first(tick -> !runs.isIdle())
                    .onItem()
                    .ignoreAsUni()
                    .await()
                    .atMost(config.shutdownPatience());
        } catch (TimeoutException e) {
            List<Run> late = runs.all();
            LOGGER.infof("%d publications are cut off before their checkpoint", late.size());
            late.forEach(runs::cancel);
        }
        runs.release(held)
                .onFailure()
                .invoke(failure -> LOGGER.warnf("Leases end by themselves: %s", failure.toString()))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(Duration.ofSeconds(1));
    }
}
