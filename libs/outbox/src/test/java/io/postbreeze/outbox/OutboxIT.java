package io.postbreeze.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.events.EventCodec;
import io.postbreeze.events.TargetFailed;
import io.postbreeze.events.Topics;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "database", value = "outbox"),
        restrictToAnnotatedClass = true)
@QuarkusTestResource(value = KafkaResource.class, restrictToAnnotatedClass = true)
class OutboxIT {
    @Inject
    Outbox outbox;

    @Inject
    Inbox inbox;

    @Inject
    Pool pool;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String post = "post_" + UUID.randomUUID();
    private Records records;

    @BeforeEach
    void createTables() throws IOException {
        try (InputStream ddl = OutboxIT.class.getResourceAsStream("/db/outbox/V0000_1__create_outbox_and_inbox.sql")) {
            String sql = new String(ddl.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("create table", "create table if not exists")
                    .replace("create index", "create index if not exists");
            pool.query(sql).executeAndAwait();
        }
        records = new Records(bootstrap, Topics.PUBLICATIONS);
    }

    @AfterEach
    void closeConsumer() {
        records.close();
    }

    @Test
    void anEventOfACommittedTransactionReachesKafkaAndLeavesTheTable() {
        pool.withTransaction(connection -> outbox.append(connection, List.of(event(1))))
                .await()
                .indefinitely();
        outbox.wake();

        ConsumerRecord<String, String> sent = records.ofKey(post, 1).getFirst();

        assertThat(header(sent, "ce_type")).isEqualTo("io.postbreeze.TargetFailed");
        assertThat(header(sent, "ce_source")).isEqualTo("/outbox-test");
        assertThat(header(sent, "ce_time")).isEqualTo(TestClock.NOW.toString());
        assertThat(EventCodec.readBody("io.postbreeze.TargetFailed", sent.value()))
                .isEqualTo(event(1));
        Awaitility.await().until(() -> waiting() == 0);
    }

    @Test
    void anEventOfARolledBackTransactionNeverExisted() throws Throwable {
        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() ->
                        noteWithEvent().chain(() -> Uni.createFrom().failure(new IOException("changed my mind"))))))
                .hasStackTraceContaining("changed my mind");
        VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(this::noteWithEvent));

        assertThat(records.ofKey(post, 1)).hasSize(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void eventsOfOnePostArriveInTheOrderTheyWereStored() {
        for (int batch = 0; batch < 5; batch++) {
            int first = batch * 100;
            List<TargetFailed> events =
                    IntStream.range(first, first + 100).mapToObj(this::event).toList();
            pool.withTransaction(connection -> outbox.append(connection, events))
                    .await()
                    .indefinitely();
            outbox.wake();
        }

        List<Long> versions = records.ofKey(post, 500).stream()
                .map(sent -> ((TargetFailed) EventCodec.readBody("io.postbreeze.TargetFailed", sent.value())).version())
                .toList();

        assertThat(versions)
                .isEqualTo(IntStream.range(0, 500).mapToObj(Long::valueOf).toList());
    }

    @Test
    void nothingIsRelayedWhileAnotherReplicaRelays() {
        SqlConnection rival = pool.getConnectionAndAwait();
        try {
            rival.query("begin").executeAndAwait();
            rival.preparedQuery("select pg_advisory_xact_lock($1)").executeAndAwait(Tuple.of(OutboxRelay.LOCK));
            pool.withTransaction(connection -> outbox.append(connection, List.of(event(1))))
                    .await()
                    .indefinitely();
            outbox.wake();

            Awaitility.await()
                    .during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> waiting() == 1);
        } finally {
            rival.query("rollback").executeAndAwait();
            rival.closeAndAwait();
        }

        assertThat(records.ofKey(post, 1)).hasSize(1);
    }

    @Test
    void anEventIsNewOnceAndOnlyIfItsEffectWasKept() {
        String id = "evt_" + UUID.randomUUID();
        assertThatThrownBy(() -> pool.withTransaction(connection -> inbox.firstSeen(connection, id)
                                .chain(() -> Uni.createFrom().failure(new IOException("effect failed"))))
                        .await()
                        .indefinitely())
                .hasStackTraceContaining("effect failed");

        assertThat(seenFirst(id)).isTrue();
        assertThat(seenFirst(id)).isFalse();
    }

    private boolean seenFirst(String id) {
        return pool.withTransaction(connection -> inbox.firstSeen(connection, id))
                .await()
                .indefinitely();
    }

    private Uni<Void> noteWithEvent() {
        Note note = new Note();
        note.id = UUID.randomUUID().toString();
        return Panache.getSession()
                .chain(session -> session.persist(note).chain(() -> outbox.append(session, List.of(event(1)))));
    }

    private TargetFailed event(int version) {
        return new TargetFailed("pub_1", post, "tgt_1", "ws_1", "soc_1", version, "TT_X", "Because.", 1, TestClock.NOW);
    }

    private long waiting() {
        return pool.query("select count(*) from outbox")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    private static String header(ConsumerRecord<String, String> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
