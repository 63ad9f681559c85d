package io.postbreeze.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Carries events from the table to Kafka in the order they were stored, and removes them once Kafka has acknowledged
 * them. One replica at a time does so per database (an advisory lock that ends with its transaction), because two
 * carriers could swap two events of one post. A crash between acknowledgement and removal sends an event twice, under
 * the same id.
 */
@ApplicationScoped
class OutboxRelay {
    private static final Logger LOGGER = Logger.getLogger(OutboxRelay.class);
    static final long LOCK = 0x706f737462727a31L;

    private final Pool pool;
    private final EventSender sender;
    private final OutboxConfig config;
    private final Context context;
    private final Counter relayed;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile boolean stopped;

    OutboxRelay(Pool pool, EventSender sender, OutboxConfig config, Vertx vertx, MeterRegistry meters) {
        this.pool = pool;
        this.sender = sender;
        this.config = config;
        // A context of its own: a wake-up often comes from within a request, whose context must not leak in here.
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.relayed = Counter.builder("postbreeze.outbox.relayed")
                .description("Events acknowledged by Kafka")
                .register(meters);
    }

    /** The net under {@link #wake()}: another replica's events, or those of a crash, are found here. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        wake();
    }

    /** What is left stays in the table, for the next start or another replica. */
    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    void wake() {
        wanted.set(true);
        if (!stopped && running.compareAndSet(false, true)) {
            context.runOnContext(started -> drain());
        }
    }

    private void drain() {
        wanted.set(false);
        carryBatch().subscribe().with(count -> again(count == config.batchSize()), this::failed);
    }

    private void failed(Throwable failure) {
        if (!stopped) {
            LOGGER.warnf("Events could not be carried to Kafka, trying again: %s", failure.toString());
        }
        again(false);
    }

    private void again(boolean more) {
        if (more && !stopped) {
            drain();
            return;
        }
        running.set(false);
        // A wake-up that came after the last look but before the flag fell must not be lost.
        if (wanted.get()) {
            wake();
        }
    }

    private Uni<Integer> carryBatch() {
        return pool.withTransaction(connection -> connection
                .preparedQuery("select pg_try_advisory_xact_lock($1) as mine")
                .execute(Tuple.of(LOCK))
                .chain(answer -> answer.iterator().next().getBoolean("mine")
                        ? carryOldest(connection)
                        : Uni.createFrom().item(0)));
    }

    private Uni<Integer> carryOldest(SqlConnection connection) {
        return connection
                .preparedQuery("select id, event_id, topic, record_key, headers::text as headers, body"
                        + " from outbox order by id limit $1")
                .execute(Tuple.of(config.batchSize()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .chain(rows -> rows.isEmpty() ? Uni.createFrom().item(0) : carry(connection, rows));
    }

    private Uni<Integer> carry(SqlConnection connection, List<Row> rows) {
        Long[] ids = rows.stream().map(row -> row.getLong("id")).toArray(Long[]::new);
        return sender.send(rows.stream().map(OutboxRelay::read).toList())
                .chain(() -> connection
                        .preparedQuery("delete from outbox where id = any($1)")
                        .execute(Tuple.of(ids)))
                .invoke(() -> relayed.increment(ids.length))
                .replaceWith(ids.length);
    }

    private static OutboxRow read(Row row) {
        return new OutboxRow(
                row.getString("event_id"),
                row.getString("topic"),
                row.getString("record_key"),
                OutboxRow.headersOf(row.getString("headers")),
                row.getString("body"));
    }
}
