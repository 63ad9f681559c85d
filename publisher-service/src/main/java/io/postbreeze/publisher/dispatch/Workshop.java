package io.postbreeze.publisher.dispatch;

import io.postbreeze.publisher.config.PublisherConfig;
import io.postbreeze.publisher.metrics.PublisherMetrics;
import io.postbreeze.publisher.publication.PublicationMachine;
import io.postbreeze.publisher.steps.Steps;
import io.postbreeze.publisher.store.Checkpoints;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What every run works with. */
@ApplicationScoped
class Workshop {
    private final PublicationMachine machine;
    private final Steps steps;
    private final Checkpoints checkpoints;
    private final PublisherMetrics metrics;
    private final Clock clock;
    private final RandomGenerator random;
    private final Duration lease;

    Workshop(
            PublicationMachine machine,
            Steps steps,
            Checkpoints checkpoints,
            PublisherMetrics metrics,
            Clock clock,
            RandomGenerator random,
            PublisherConfig config) {
        this.machine = machine;
        this.steps = steps;
        this.checkpoints = checkpoints;
        this.metrics = metrics;
        this.clock = clock;
        this.random = random;
        this.lease = config.lease();
    }

    PublicationMachine machine() {
        return machine;
    }

    Steps steps() {
        return steps;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    PublisherMetrics metrics() {
        return metrics;
    }

    Clock clock() {
        return clock;
    }

    RandomGenerator random() {
        return random;
    }

    Duration lease() {
        return lease;
    }
}
