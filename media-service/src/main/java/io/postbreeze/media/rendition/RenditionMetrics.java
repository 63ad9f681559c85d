package io.postbreeze.media.rendition;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * {@code postbreeze.media.renditions} (timer; {@code outcome}: ready, failed as a code in lower case, or later): photos
 * made ready, and how long each took, store included.
 */
@ApplicationScoped
class RenditionMetrics {
    private final MeterRegistry registry;

    RenditionMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** When something began, for {@link #ended}. */
    long start() {
        return registry.config().clock().monotonicTime();
    }

    void ended(RenditionMaker.Outcome outcome, long started) {
        ended(
                switch (outcome) {
                    case RenditionMaker.Outcome.Done done -> "ready";
                    case RenditionMaker.Outcome.Impossible never -> never.code().toLowerCase(Locale.ROOT);
                },
                started);
    }

    void putOff(long started) {
        ended("later", started);
    }

    private void ended(String outcome, long started) {
        Timer.builder("postbreeze.media.renditions")
                .tag("outcome", outcome)
                .register(registry)
                .record(start() - started, TimeUnit.NANOSECONDS);
    }
}
