package io.postbreeze.publisher.dispatch;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.publisher.config.PublisherConfig;
import io.postbreeze.publisher.metrics.PublisherMetrics;
import io.postbreeze.publisher.publication.PublicationKey;
import io.postbreeze.publisher.store.Claimed;
import io.postbreeze.publisher.store.Claims;
import io.postbreeze.publisher.store.Lane;
import io.postbreeze.publisher.store.LeaseLostException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The runs of this replica: how many there are, and how they end. */
@ApplicationScoped
class Runs {
    private static final Logger LOGGER = Logger.getLogger(Runs.class);

    private final String owner = PrefixedIds.next("rep");
    private final Map<String, Started> running = new ConcurrentHashMap<>();
    private final Workshop workshop;
    private final RunContext contexts;
    private final Claims claims;
    private final PublisherMetrics metrics;
    private final PublisherConfig config;
    private final Clock clock;
    private volatile Runnable whenFree = () -> {};

    Runs(
            Workshop workshop,
            RunContext contexts,
            Claims claims,
            PublisherMetrics metrics,
            PublisherConfig config,
            Clock clock) {
        this.workshop = workshop;
        this.contexts = contexts;
        this.claims = claims;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    /** Id of this replica as owner of leases; new with every start. */
    String owner() {
        return owner;
    }

    void whenFree(Runnable told) {
        whenFree = told;
    }

    int free(Lane lane) {
        int most = lane == Lane.UPLOADS ? config.uploads() : config.questions();
        long busy = running.values().stream()
                .filter(started -> started.run.lane() == lane)
                .count();
        return (int) Math.max(0, most - busy);
    }

    /** Accounts that have as many uploads under way as one may have. */
    Set<String> busyAccounts(Lane lane) {
        if (lane != Lane.UPLOADS) {
            return Set.of();
        }
        return running.values().stream()
                .filter(started -> started.run.lane() == lane)
                .map(started -> started.run.key().accountId())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(account -> account.getValue() >= config.uploadsPerAccount())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    void begin(Lane lane, Claimed claimed, Instant now) {
        metrics.claimed(claimed.publication(), claimed.takenOver(), now);
        Started started = new Started(new Run(workshop, owner, lane, claimed));
        running.put(started.id(), started);
        started.cancel = contexts.start(started.run, failure -> ended(started, failure));
    }

    private void ended(Started started, @Nullable Throwable failure) {
        if (failure instanceof LeaseLostException) {
            LOGGER.infof("%s is someone else's now", started.id());
        } else if (failure != null) {
            LOGGER.warnf("%s was left where it is: %s", started.id(), failure.toString());
        }
        running.remove(started.id(), started);
        whenFree.run();
    }

    /** The runs of this moment. */
    List<Run> all() {
        return running.values().stream().map(started -> started.run).toList();
    }

    boolean isIdle() {
        return running.isEmpty();
    }

    /** Ends every run at its next checkpoint. */
    void stopAtCheckpoints() {
        running.values().forEach(started -> started.run.stop());
    }

    /** Ends a run wherever it is; without effect when it has ended. */
    void cancel(Run run) {
        Started started = running.get(run.key().publicationId());
        if (started != null && started.run == run) {
            started.cancel.cancel();
        }
    }

    /** Gives back the leases of these publications, as far as they are still ours. */
    Uni<Void> release(Collection<PublicationKey> keys) {
        return keys.isEmpty() ? Uni.createFrom().voidItem() : claims.release(owner, List.copyOf(keys), clock.instant());
    }

    private static final class Started {
        private final Run run;
        private volatile Cancellable cancel = () -> {};

        Started(Run run) {
            this.run = run;
        }

        String id() {
            return run.key().publicationId();
        }
    }
}
