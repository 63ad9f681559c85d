package io.postbreeze.postapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.postapi.Neighbours;
import io.postbreeze.postapi.webhook.Receiver.Fault;
import io.postbreeze.postapi.webhook.Receiver.Taken;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class DeliveryIT {
    private static final int POSTS = 12;
    private static final int EVENTS = 5;
    private static final Fault[] FAULTS = {Fault.ERROR, Fault.RESET, Fault.HANG, Fault.REDIRECT};
    private static final String EVENT = "post.published";

    @Inject
    Webhooks webhooks;

    @Inject
    Claims claims;

    @Inject
    WebhookClient client;

    @Inject
    Outcomes outcomes;

    @Inject
    WebhooksConfig config;

    @Inject
    Clock clock;

    @Inject
    Vertx vertx;

    @AfterEach
    void forget() {
        Hooks.deleteAll();
    }

    @Test
    void aReceiverThatFailsForAWhileGetsEveryEventInTheOrderOfItsPost() {
        WebhookSender replica = new WebhookSender(claims, client, outcomes, config, clock, vertx);
        replica.start(null);
        try (Receiver receiver = Receiver.closed()) {
            // Every delivery fails up to three times, each in its own way, by chance that is always the same.
            receiver.failing((delivery, tried) -> tried <= Math.floorMod(delivery.hashCode(), 4)
                    ? FAULTS[Math.floorMod(delivery.hashCode() / 7 + tried, FAULTS.length)]
                    : Fault.NONE);
            JsonPath endpoint = Hooks.create(receiver.url(), EVENT);
            IntStream.rangeClosed(1, EVENTS).forEach(number -> announceToEveryPost("order", number));
            // Refused for as long as nothing listens.
            await().until(() -> Hooks.deliveries(endpoint.getString("id")).getList("attempts", int.class).stream()
                    .anyMatch(attempts -> attempts > 1));
            receiver.reopen();

            await().untilAsserted(() -> assertThat(firstAccepted(receiver)).hasSize(POSTS * EVENTS));

            assertThat(ordersByPost(receiver).values())
                    .hasSize(POSTS)
                    .allSatisfy(numbers -> assertThat(numbers).containsExactly(1, 2, 3, 4, 5));
            assertThat(receiver.requests())
                    .allMatch(taken -> taken.isSignedBy(endpoint.getString("secret")))
                    .extracting(Taken::fault)
                    .contains(FAULTS);
            // A try is the same delivery to the byte; only the signature is that of its time.
            assertThat(receiver.requests().stream()
                            .map(taken -> taken.delivery() + taken.body())
                            .distinct())
                    .hasSize(POSTS * EVENTS);
            await().untilAsserted(() -> assertThat(
                            Hooks.deliveries(endpoint.getString("id")).getList("status", String.class))
                    .hasSize(POSTS * EVENTS)
                    .containsOnly("DELIVERED"));
        } finally {
            replica.stop(null);
        }
    }

    private void announceToEveryPost(String test, int number) {
        String workspace = Hooks.workspace();
        inTransaction(session -> Multi.createFrom()
                .range(0, POSTS)
                .onItem()
                .transformToUniAndConcatenate(post -> webhooks.announce(
                        session, workspace, EVENT, test + post, Map.of("post", test + post, "number", number)))
                .collect()
                .last()
                .replaceWithVoid());
        webhooks.wake();
    }

    private static Set<String> firstAccepted(Receiver receiver) {
        Set<String> ids = new HashSet<>();
        receiver.accepted().forEach(taken -> ids.add(taken.delivery()));
        return ids;
    }

    private static Map<String, List<Integer>> ordersByPost(Receiver receiver) {
        Map<String, List<Integer>> orders = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        receiver.accepted().stream()
                .filter(taken -> seen.add(taken.delivery()))
                .map(taken -> taken.json().getJsonObject("payload"))
                .forEach(payload -> orders.computeIfAbsent(payload.getString("post"), post -> new ArrayList<>())
                        .add(payload.getInteger("number")));
        return orders;
    }

    @Test
    void anEventOfATransactionThatIsTakenBackWasNeverAnnounced() {
        try (Receiver receiver = Receiver.open()) {
            JsonPath endpoint = Hooks.create(receiver.url(), EVENT);
            String workspace = Hooks.workspace();
            assertThatThrownBy(() ->
                            inTransaction(session -> webhooks.announce(session, workspace, EVENT, "no", Map.of())
                                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("taken back")))))
                    .hasRootCauseMessage("taken back");

            inTransaction(session -> webhooks.announce(session, workspace, EVENT, "kept", Map.of("kept", true)));
            webhooks.wake();

            await().untilAsserted(() -> assertThat(receiver.accepted()).hasSize(1));
            assertThat(receiver.accepted()
                            .getFirst()
                            .json()
                            .getJsonObject("payload")
                            .getBoolean("kept"))
                    .isTrue();
            assertThat(Hooks.deliveries(endpoint.getString("id")).getList("id")).hasSize(1);
        }
    }

    @Test
    void theWireIsTheDocumentedOne() {
        try (Receiver receiver = Receiver.open()) {
            JsonPath endpoint = Hooks.create(receiver.url(), EVENT);
            JsonPath ping = Hooks.post(endpoint.getString("id"), "test", 202);

            await().untilAsserted(() -> assertThat(receiver.accepted()).hasSize(1));

            Taken taken = receiver.accepted().getFirst();
            assertThat(taken.headers())
                    .containsEntry("content-type", "application/json")
                    .containsEntry("user-agent", "Postbreeze-Webhook/1.0")
                    .containsEntry("x-postbreeze-event", "ping")
                    .containsEntry("x-postbreeze-delivery-id", ping.getString("id"))
                    .containsEntry("x-postbreeze-api-version", "2026-05-01");
            assertThat(taken.json().fieldNames())
                    .containsExactly("event", "deliveryId", "sentAt", "apiVersion", "payload");
            assertThat(taken.json().getString("deliveryId")).isEqualTo(ping.getString("id"));
            assertThat(Instant.parse(taken.json().getString("sentAt"))).isEqualTo(ping.getString("createdAt"));
        }
    }

    @Test
    void aRotatedSecretSignsBesideTheNewOneAndTheOneBeforeItNoMore() {
        try (Receiver receiver = Receiver.open()) {
            JsonPath endpoint = Hooks.create(receiver.url(), EVENT);
            String first = endpoint.getString("secret");
            String second =
                    Hooks.post(endpoint.getString("id"), "rotate-secret", 200).getString("secret");
            Hooks.post(endpoint.getString("id"), "test", 202);
            await().untilAsserted(() -> assertThat(receiver.accepted()).hasSize(1));
            assertThat(receiver.accepted().getFirst().isSignedBy(first)).isTrue();
            assertThat(receiver.accepted().getFirst().isSignedBy(second)).isTrue();

            Hooks.post(endpoint.getString("id"), "rotate-secret", 200);
            Hooks.post(endpoint.getString("id"), "test", 202);
            await().untilAsserted(() -> assertThat(receiver.accepted()).hasSize(2));
            assertThat(receiver.accepted().getLast().isSignedBy(first)).isFalse();
            assertThat(receiver.accepted().getLast().isSignedBy(second)).isTrue();
        }
    }

    @Test
    void anAnswersBodyNeitherChangesTheVerdictNorFillsTheLog() {
        try (Receiver receiver = Receiver.open()) {
            receiver.failing((delivery, tried) -> tried == 1 ? Fault.ERROR : Fault.ENDLESS);
            JsonPath endpoint = Hooks.create(receiver.url(), EVENT);
            Hooks.post(endpoint.getString("id"), "test", 202);

            await().untilAsserted(
                            () -> assertThat(firstLine(endpoint).get("error")).isEqualTo("HTTP_STATUS"));
            assertThat(firstLine(endpoint).get("responseStatus")).isEqualTo(500);
            assertThat((String) firstLine(endpoint).get("responseBody"))
                    .startsWith("no \uFFFD xxx")
                    .hasSize(1024);

            await().untilAsserted(
                            () -> assertThat(firstLine(endpoint).get("status")).isEqualTo("DELIVERED"));
            assertThat(firstLine(endpoint))
                    .containsEntry("responseBody", "first words")
                    .containsEntry("attempts", 2);
        }
    }

    private static Map<String, Object> firstLine(JsonPath endpoint) {
        return Hooks.deliveries(endpoint.getString("id")).getMap("[0]");
    }

    @Test
    void whatADeadReplicaHeldIsTakenOverAndItsLateAnswerChangesNothing() {
        try (Receiver receiver = Receiver.open()) {
            JsonPath endpoint = Hooks.create(receiver.url(), EVENT);
            String workspace = Hooks.workspace();
            Instant now = clock.instant();
            inTransaction(session -> webhooks.announce(session, workspace, EVENT, "lease", Map.of("number", 1)));
            List<Claimed> held =
                    awaitOn(() -> claims.claim("dead", now.plusMillis(1000), now.plusMillis(1500), 10, 10));
            // The running sender may have been quicker; then there is nothing to take over.
            await().untilAsserted(() -> assertThat(receiver.accepted()).hasSize(1));
            await().untilAsserted(
                            () -> assertThat(firstLine(endpoint).get("status")).isEqualTo("DELIVERED"));

            held.forEach(claimed -> assertThat(awaitOn(() ->
                            outcomes.store("dead", claimed, Answer.failed("LATE", Duration.ZERO), clock.instant())))
                    .isFalse());
            assertThat(firstLine(endpoint)).containsEntry("status", "DELIVERED");
            assertThat(Hooks.get(endpoint.getString("id")).getInt("failuresInRow"))
                    .isZero();
        }
    }

    @Test
    void anEndpointThatIsGoneIsPausedToldOfAndResumed() {
        try (Receiver gone = Receiver.open();
                Receiver watcher = Receiver.open()) {
            gone.failing((delivery, tried) -> Fault.GONE);
            JsonPath endpoint = Hooks.create(gone.url(), EVENT);
            String id = endpoint.getString("id");
            Hooks.create(watcher.url(), "webhook.paused");
            announce("gone", 1);
            await().untilAsserted(
                            () -> assertThat(Hooks.get(id).getString("status")).isEqualTo("PAUSED"));
            assertThat(Hooks.get(id).getString("pauseReason")).contains("410");
            await().untilAsserted(() -> assertThat(watcher.accepted()).hasSize(1));
            assertThat(watcher.accepted()
                            .getFirst()
                            .json()
                            .getJsonObject("payload")
                            .getString("endpointId"))
                    .isEqualTo(id);
            Hooks.post(id, "test", 409);

            announce("gone", 2);
            announce("elsewhere", 3);
            assertThat(Hooks.deliveries(id).getList("status")).hasSize(3).containsOnly("PENDING");
            gone.failing((delivery, tried) -> Fault.NONE);
            Hooks.post(id, "resume", 200);

            await().untilAsserted(() -> assertThat(gone.accepted()).hasSize(3));
            assertThat(ordersByPost(gone).get("gone")).containsExactly(1, 2);
            assertThat(Hooks.get(id).getString("pausedAt")).isNull();
        }
    }

    @Test
    void aReplayIsTheSameDeliveryAgain() {
        try (Receiver receiver = Receiver.open()) {
            JsonPath endpoint = Hooks.create(receiver.url(), EVENT);
            announce("replayed", 1);
            await().untilAsserted(
                            () -> assertThat(firstLineOf(endpoint, "status")).isEqualTo("DELIVERED"));
            String delivery = firstLineOf(endpoint, "id");

            Hooks.post(endpoint.getString("id"), "deliveries/" + delivery + "/replay", 202);

            await().untilAsserted(() -> assertThat(receiver.accepted()).hasSize(2));
            assertThat(receiver.accepted().getFirst().body())
                    .isEqualTo(receiver.accepted().getLast().body());
        }
    }

    private static String firstLineOf(JsonPath endpoint, String field) {
        return Hooks.deliveries(endpoint.getString("id")).getString("[0]." + field);
    }

    private void announce(String post, int number) {
        String workspace = Hooks.workspace();
        inTransaction(
                session -> webhooks.announce(session, workspace, EVENT, post, Map.of("post", post, "number", number)));
        webhooks.wake();
    }

    private interface Work {
        Uni<Void> in(Mutiny.Session session);
    }

    private static void inTransaction(Work work) {
        awaitOn(() -> Panache.withTransaction(() -> Panache.getSession().chain(work::in)));
    }

    private static <T> T awaitOn(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
