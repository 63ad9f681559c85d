package io.postbreeze.outbox;

import com.github.f4b6a3.ulid.UlidCreator;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.postbreeze.events.Event;
import io.postbreeze.events.EventEnvelope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Stores events in the transaction that causes them; {@link OutboxRelay} carries them to Kafka afterwards. An event of
 * a transaction that rolls back never existed, and an event of one that commits is never lost.
 */
@ApplicationScoped
public class Outbox {
    private static final String COLUMNS = "insert into outbox (event_id, topic, record_key, headers, body) values ";

    private final Clock clock;
    private final String source;
    private final OutboxRelay relay;

    Outbox(Clock clock, @ConfigProperty(name = "quarkus.application.name") String service, OutboxRelay relay) {
        this.clock = clock;
        this.source = "/" + service;
        this.relay = relay;
    }

    /** Stores events in the transaction that is open on a Hibernate Reactive session, in the order given. */
    public Uni<Void> append(Mutiny.Session session, List<? extends Event> events) {
        Uni<Void> stored = Uni.createFrom().voidItem();
        for (Event event : events) {
            OutboxRow row = row(event);
            stored = stored.chain(() -> session.createNativeQuery(
                                    COLUMNS + "(?1, ?2, ?3, cast(cast(?4 as text) as jsonb), ?5)")
                            .setParameter(1, row.eventId())
                            .setParameter(2, row.topic())
                            .setParameter(3, row.key())
                            .setParameter(4, row.headersAsJson())
                            .setParameter(5, row.body())
                            .executeUpdate())
                    .replaceWithVoid();
        }
        return stored;
    }

    /** Stores events in the transaction that is open on a connection, in the order given. */
    public Uni<Void> append(SqlConnection connection, List<? extends Event> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows = events.stream().map(this::row).map(Outbox::tuple).toList();
        return connection
                .preparedQuery(COLUMNS + "($1, $2, $3, cast(cast($4 as text) as jsonb), $5)")
                .executeBatch(rows)
                .replaceWithVoid();
    }

    /** Says that a transaction with events was committed, so that the relay need not wait for its next look. */
    public void wake() {
        relay.wake();
    }

    private OutboxRow row(Event event) {
        String id = "evt_" + UlidCreator.getMonotonicUlid();
        return OutboxRow.of(new EventEnvelope<>(id, clock.instant(), source, traceparent(), event));
    }

    private static Tuple tuple(OutboxRow row) {
        return Tuple.of(row.eventId(), row.topic(), row.key(), row.headersAsJson(), row.body());
    }

    private static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
