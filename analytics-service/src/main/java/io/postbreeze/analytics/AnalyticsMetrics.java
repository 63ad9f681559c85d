package io.postbreeze.analytics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * What operators can watch, beside what the framework and the libraries measure:
 *
 * <ul>
 *   <li>{@code postbreeze.refresh.posts} (counter, label {@code outcome}): readings of posts that were stored; the
 *       outcome is {@code refreshed} or the problem in lower case, such as {@code throttled} or {@code video_missing}.
 *   <li>{@code postbreeze.refresh.lateness} (timer): how long a post had been due when it was read; it grows when the
 *       replicas or TikTok's limits no longer suffice.
 * </ul>
 */
@ApplicationScoped
public class AnalyticsMetrics {
    private final MeterRegistry meters;
    private final Timer lateness;

    AnalyticsMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.lateness = Timer.builder("postbreeze.refresh.lateness")
                .description("How long a post had been due when it was read")
                .register(meters);
    }

    /** One post was read, with this outcome; from a small set. */
    public void read(String outcome) {
        Counter.builder("postbreeze.refresh.posts")
                .description("Readings of posts that were stored")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    /** A post was read so long after it had become due. */
    public void late(Duration lateness) {
        this.lateness.record(lateness.isNegative() ? Duration.ZERO : lateness);
    }
}
