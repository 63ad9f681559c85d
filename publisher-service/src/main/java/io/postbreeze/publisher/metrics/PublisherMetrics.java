package io.postbreeze.publisher.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.postbreeze.publisher.failure.Problem;
import io.postbreeze.publisher.gate.Endpoint;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.publication.PublicationState;
import io.postbreeze.publisher.store.Backlog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Every meter of the publisher; Prometheus shows dots as underscores. Labels come from closed sets.
 *
 * <ul>
 *   <li>{@code postbreeze.publisher.oldest.due.age} seconds that the oldest due row has been waiting: the one to alert
 *       on
 *   <li>{@code postbreeze.publisher.backlog} due rows by {@code state}
 *   <li>{@code postbreeze.publisher.due.lag} time from the due instant to the first claim
 *   <li>{@code postbreeze.publisher.outcomes} ended publications by {@code outcome} and {@code code}
 *   <li>{@code postbreeze.publisher.takeovers} claims of what another replica left behind
 *   <li>{@code postbreeze.publisher.chunk} duration of a chunk that TikTok took, from the first byte read to its answer
 *   <li>{@code postbreeze.publisher.sent} bytes of such chunks
 *   <li>{@code postbreeze.publisher.resent} bytes of chunks that ended without TikTok's answer, and are asked about or
 *       sent again
 *   <li>{@code postbreeze.publisher.attempts} times that TikTok was told to begin
 *   <li>{@code postbreeze.publisher.gate.wait} waits for a place in a limit of TikTok's, by {@code gate}
 *   <li>{@code postbreeze.publisher.tiktok} duration of TikTok's answers, by {@code endpoint} and {@code outcome}
 * </ul>
 */
@ApplicationScoped
public class PublisherMetrics {
    private static final String PREFIX = "postbreeze.publisher.";

    private final MeterRegistry meters;
    private final Timer dueLag;
    private final Timer chunk;
    private final Counter sent;
    private final Counter resent;
    private final Counter attempts;
    private final Counter takeovers;
    private final AtomicLong oldestDueMillis = new AtomicLong();
    private final Map<PublicationState, AtomicLong> backlog = new EnumMap<>(PublicationState.class);

    PublisherMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.dueLag =
                Timer.builder(PREFIX + "due.lag").publishPercentileHistogram().register(meters);
        this.chunk = Timer.builder(PREFIX + "chunk").register(meters);
        this.sent = Counter.builder(PREFIX + "sent").baseUnit("bytes").register(meters);
        this.resent = Counter.builder(PREFIX + "resent").baseUnit("bytes").register(meters);
        this.attempts = Counter.builder(PREFIX + "attempts").register(meters);
        this.takeovers = Counter.builder(PREFIX + "takeovers").register(meters);
        Gauge.builder(PREFIX + "oldest.due.age", () -> oldestDueMillis.get() / 1_000.0)
                .baseUnit("seconds")
                .register(meters);
        for (PublicationState state : PublicationState.values()) {
            AtomicLong count = new AtomicLong();
            backlog.put(state, count);
            Gauge.builder(PREFIX + "backlog", count, AtomicLong::doubleValue)
                    .tag("state", state.name())
                    .register(meters);
        }
    }

    /** A claim: how late a first one is, and whether it took over. */
    public void claimed(Publication publication, boolean takenOver, Instant now) {
        if (takenOver) {
            takeovers.increment();
        } else if (publication.tries().giveUpAt() == null) {
            Duration lag = Duration.between(publication.dueAt(), now);
            dueLag.record(lag.isNegative() ? Duration.ZERO : lag);
        }
    }

    /** TikTok is told to begin. */
    public void begins() {
        attempts.increment();
    }

    /** A place in a limit of TikTok's: now, or later when it is full. */
    public void waits(Endpoint gate, Instant now, Instant place) {
        if (place.isAfter(now)) {
            meters.timer(PREFIX + "gate.wait", "gate", gate.name()).record(Duration.between(now, place));
        }
    }

    /** Measures an answer of TikTok's. */
    public <T> Uni<T> timedCall(String endpoint, Uni<T> call) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample sample = Timer.start(meters);
            return call.onTermination().invoke((answer, failure, cancelled) -> {
                String outcome =
                        failure == null ? "answered" : failure.getClass().getSimpleName();
                sample.stop(meters.timer(
                        PREFIX + "tiktok", "endpoint", endpoint, "outcome", cancelled ? "cancelled" : outcome));
            });
        });
    }

    /** A publication that ended. */
    public void ended(Publication publication) {
        Problem problem = publication.problem();
        meters.counter(
                        PREFIX + "outcomes",
                        "outcome",
                        publication.state().name(),
                        "code",
                        problem == null ? "none" : problem.code())
                .increment();
    }

    /** Measures a chunk that is being sent. */
    public <T> Uni<T> timedChunk(Uni<T> chunkSent, long bytes) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample sample = Timer.start(meters);
            return chunkSent
                    .onFailure()
                    .invoke(() -> resent.increment((double) bytes))
                    .invoke(() -> {
                        sample.stop(chunk);
                        sent.increment((double) bytes);
                    });
        });
    }

    /** What is due and not being worked on. */
    void backlog(List<Backlog.Due> due, Instant now) {
        Map<PublicationState, Long> counts =
                due.stream().collect(Collectors.toMap(Backlog.Due::state, Backlog.Due::count));
        backlog.forEach((state, count) -> count.set(counts.getOrDefault(state, 0L)));
        oldestDueMillis.set(due.stream()
                .mapToLong(state -> Duration.between(state.oldest(), now).toMillis())
                .max()
                .orElse(0));
    }
}
