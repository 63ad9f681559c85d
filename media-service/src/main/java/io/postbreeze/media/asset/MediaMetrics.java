package io.postbreeze.media.asset;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.postbreeze.media.inspection.Inspection;
import io.postbreeze.media.inspection.MediaFacts;
import io.postbreeze.media.inspection.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Every meter of this service. Prometheus writes dots as underscores and adds the unit.
 *
 * <ul>
 *   <li>{@code postbreeze.media.presigns} (counter; {@code kind}: video, photo, document): upload URLs given out
 *   <li>{@code postbreeze.media.inspections} (timer; {@code verdict}: readable or a rejection's code in lower case):
 *       inspections of stored files and how long each took, store included
 *   <li>{@code postbreeze.media.inspection.read} (summary, bytes): how much of a file an inspection had to read
 *   <li>{@code postbreeze.media.fetches} (timer; {@code outcome}: stored or a failure's code in lower case): files
 *       fetched from URLs and how long each took
 *   <li>{@code postbreeze.media.overwrites} (counter): files that were replaced while they were inspected
 *   <li>{@code postbreeze.media.store.failures} (counter): requests refused because the store could not be asked
 *   <li>{@code postbreeze.media.swept} (counter): files destroyed, because nobody finished, used or wanted them
 * </ul>
 */
@ApplicationScoped
class MediaMetrics {
    private final MeterRegistry registry;

    MediaMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void presigned(MediaKind kind) {
        registry.counter("postbreeze.media.presigns", "kind", kind.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** When something began, for {@link #inspected}. */
    long start() {
        return registry.config().clock().monotonicTime();
    }

    void inspected(Inspection inspection, long started) {
        Timer.builder("postbreeze.media.inspections")
                .tag("verdict", label(inspection))
                .register(registry)
                .record(start() - started, TimeUnit.NANOSECONDS);
        DistributionSummary.builder("postbreeze.media.inspection.read")
                .baseUnit("bytes")
                .register(registry)
                .record((double) inspection.bytesRead());
    }

    void fetched(Examination seen, long started) {
        Timer.builder("postbreeze.media.fetches")
                .tag("outcome", label(seen))
                .register(registry)
                .record(start() - started, TimeUnit.NANOSECONDS);
    }

    private static String label(Examination seen) {
        return seen instanceof Examination.NotFetched failure
                ? failure.reason().code().name().toLowerCase(Locale.ROOT)
                : "stored";
    }

    void overwritten() {
        registry.counter("postbreeze.media.overwrites").increment();
    }

    void swept() {
        registry.counter("postbreeze.media.swept").increment();
    }

    void storeFailed() {
        registry.counter("postbreeze.media.store.failures").increment();
    }

    private static String label(Inspection inspection) {
        return switch (inspection.verdict()) {
            case MediaFacts readable -> "readable";
            case Rejection rejection -> rejection.code().name().toLowerCase(Locale.ROOT);
        };
    }
}
