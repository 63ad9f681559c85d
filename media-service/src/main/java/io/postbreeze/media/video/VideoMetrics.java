package io.postbreeze.media.video;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Meters of what is made of videos.
 *
 * <ul>
 *   <li>{@code postbreeze.media.video.work} (timer; {@code kind}: poster, repair; {@code outcome}: done, failed,
 *       overwritten, retried): pieces of work and how long each took, store included
 * </ul>
 */
@ApplicationScoped
class VideoMetrics {
    private final MeterRegistry registry;

    VideoMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** When something began. */
    long start() {
        return registry.config().clock().monotonicTime();
    }

    void ended(JobKind kind, String outcome, long started) {
        Timer.builder("postbreeze.media.video.work")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .tag("outcome", outcome)
                .register(registry)
                .record(start() - started, TimeUnit.NANOSECONDS);
    }
}
