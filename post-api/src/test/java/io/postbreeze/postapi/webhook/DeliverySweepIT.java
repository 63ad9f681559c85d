package io.postbreeze.postapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.postapi.Neighbours;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class DeliverySweepIT {
    private final Receiver receiver = Receiver.open();

    @Inject
    Pool pool;

    @Inject
    DeliverySweep sweep;

    private String endpoint;

    @BeforeEach
    void subscribe() {
        endpoint = Hooks.create(receiver.url(), "post.failed").getString("id");
    }

    @AfterEach
    void forget() {
        Hooks.deleteAll();
        receiver.close();
    }

    @Test
    void whatWaitedThroughItsDaysAtAPausedEndpointIsGivenUp() {
        pause();
        String late = insert("PENDING", "null", "now() - interval '1 minute'");
        String early = insert("PENDING", "null", "now() + interval '1 day'");

        sweep.sweep().await().atMost(Duration.ofSeconds(20));

        assertThat(status(late)).isEqualTo("EXHAUSTED");
        assertThat(status(early)).isEqualTo("PENDING");
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void dueRowsOfAPausedEndpointAreParkedAndGoOutAfterItsResume() {
        pause();
        String delivery = insert("PENDING", "now()", "now() + interval '1 day'");

        sweep.sweep().await().atMost(Duration.ofSeconds(20));
        assertThat(Hooks.deliveries(endpoint).getString("[0].nextAttemptAt")).isNull();
        Hooks.post(endpoint, "resume", 200);

        Awaitility.await().until(() -> status(delivery).equals("DELIVERED"));
    }

    @Test
    void aRowThatWasParkedWhileItsEndpointWasResumedIsFreed() {
        String delivery = insert("PENDING", "null", "now() + interval '1 day'");

        sweep.sweep().await().atMost(Duration.ofSeconds(20));

        Awaitility.await().until(() -> status(delivery).equals("DELIVERED"));
    }

    @Test
    void theLogIsForgottenAfterAMonthAndWhatIsPendingNever() {
        String old = insert("DELIVERED", "null", "now()");
        String recent = insert("DELIVERED", "null", "now()");
        pool.preparedQuery("update webhook_deliveries set created_at = now() - interval '31 days' where id = $1")
                .executeAndAwait(Tuple.of(old));

        sweep.sweep().await().atMost(Duration.ofSeconds(20));

        assertThat(Hooks.deliveries(endpoint).getList("id")).containsExactly(recent);
    }

    private void pause() {
        pool.preparedQuery("update webhook_endpoints set status = 'PAUSED', paused_at = now() where id = $1")
                .executeAndAwait(Tuple.of(endpoint));
    }

    private String insert(String status, String due, String giveUp) {
        String id = PrefixedIds.next("dlv");
        pool.preparedQuery(
                        "insert into webhook_deliveries (workspace_id, endpoint_id, id, aggregate_id, event, payload,"
                                + " status, due_at, give_up_at, created_at) select workspace_id, id, $1, $1, 'post.failed', '{}',"
                                + " '" + status + "', " + due + ", " + giveUp
                                + ", now() from webhook_endpoints where id = $2")
                .executeAndAwait(Tuple.of(id, endpoint));
        return id;
    }

    private String status(String delivery) {
        return pool.preparedQuery("select status from webhook_deliveries where id = $1")
                .executeAndAwait(Tuple.of(delivery))
                .iterator()
                .next()
                .getString("status");
    }
}
