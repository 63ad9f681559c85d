package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.testkit.SampleVideo;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All tests here run against two replicas of post-api; these are about there being two. */
@ExtendWith(StackExtension.class)
class ReplicasIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int EQUAL_REQUESTS = 100;

    @TempDir
    Path directory;

    private RunningStack stack;
    private Client client;
    private String mediaId;

    @BeforeEach
    void upload(RunningStack running) throws Exception {
        stack = running;
        client = new Client(running);
        mediaId = client.upload(SampleVideo.paddedTo(600_000, directory.resolve("clip.mp4")));
    }

    @Test
    void both_answer_the_same() throws Exception {
        String id = client.create(tomorrow("seen by both"));
        JsonNode first = fromReplica(1, "/posts/" + id);
        assertThat(first.get("caption").textValue()).isEqualTo("seen by both");
        assertThat(fromReplica(2, "/posts/" + id)).isEqualTo(first);
    }

    private JsonNode fromReplica(int number, String path) throws Exception {
        return Client.json(client.getFrom(replicaApi(number), stack.value("POSTBREEZE_API_KEY"), path), 200);
    }

    private String replicaApi(int number) {
        return stack.value("POST_API_" + number + "_URL") + "/api/v1";
    }

    @Test
    void a_revoked_key_is_refused_by_both_at_once() throws Exception {
        String keys = "/workspaces/" + client.get("/workspaces").at("/0/id").textValue() + "/api-keys";
        JsonNode made = Client.json(client.post(keys, "{\"name\": \"short-lived\"}"), 201);
        String key = made.get("key").textValue();
        for (int replica = 1; replica <= 2; replica++) {
            assertThat(client.getFrom(replicaApi(replica), key, "/workspaces").statusCode())
                    .isEqualTo(200);
        }
        assertThat(client.delete(keys + "/" + made.get("id").textValue())).isEqualTo(204);
        for (int replica = 1; replica <= 2; replica++) {
            assertThat(client.getFrom(replicaApi(replica), key, "/workspaces").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void both_count_the_requests_of_a_key_together() throws Exception {
        String keys = "/workspaces/" + client.get("/workspaces").at("/0/id").textValue() + "/api-keys";
        String wish = "{\"name\": \"limited\", \"rateLimit\": {\"burst\": 10}}";
        String key = Client.json(client.post(keys, wish), 201).get("key").textValue();
        int taken = 0;
        for (int request = 0; request < 20; request++) {
            HttpResponse<String> answer = client.getFrom(replicaApi(1 + request % 2), key, "/workspaces");
            taken += answer.statusCode() == 200 ? 1 : 0;
            assertThat(answer.statusCode()).isIn(200, 429);
        }
        // A window may end on the way.
        assertThat(taken).isBetween(10, 19);
    }

    @Test
    void a_hundred_equal_requests_at_once_make_one_post() throws Exception {
        String caption = "equal requests";
        String body = tomorrow(caption);
        List<Callable<HttpResponse<String>>> requests = new ArrayList<>();
        for (int i = 0; i < EQUAL_REQUESTS; i++) {
            requests.add(() -> client.postOnce("equal-requests", body));
        }
        Set<String> posts = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> answer : threads.invokeAll(requests)) {
                HttpResponse<String> received = answer.get();
                if (received.statusCode() == 201) {
                    posts.add(received.body());
                } else {
                    assertThat(Client.json(received, 409).get("code").textValue())
                            .isEqualTo("IDEMPOTENCY_KEY_IN_FLIGHT");
                }
            }
        }
        posts.add(client.postOnce("equal-requests", body).body());
        assertThat(posts).as("bodies of 201").hasSize(1);
        assertThat(stored(caption)).isEqualTo(1);
    }

    @Test
    void a_replica_that_is_killed_under_load_spoils_nothing() throws Exception {
        String known = client.create(tomorrow("before the crash"));
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> readers = new ArrayList<>();
            List<Future<List<String>>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "crash " + i;
                readers.add(threads.submit(() -> readUntil(over, "/posts/" + known)));
                writers.add(threads.submit(() -> writeUntil(over, name)));
            }
            stack.kill("POST_API_2");
            stack.kill("POST_API");
            over.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
            for (Future<List<String>> writer : writers) {
                assertEachOnce(writer.get());
            }
        }
    }

    /** Every question is answered, whichever replica is just dying. */
    private int readUntil(AtomicBoolean over, String path) throws Exception {
        int answers = 0;
        while (!over.get()) {
            client.get(path);
            answers++;
        }
        return answers;
    }

    /** Whether the gateway had an answer to pass on: two replicas die, one after the other. */
    private static boolean isAnswered(HttpResponse<String> answer) {
        return !answer.body().contains("ANSWER_LOST") && !answer.body().contains("SERVICE_UNAVAILABLE");
    }

    /**
     * Sends posts one after the other, and a post without an answer again; answers the captions of those that were
     * taken.
     */
    private List<String> writeUntil(AtomicBoolean over, String name) throws Exception {
        List<String> taken = new ArrayList<>();
        for (int number = 0; !over.get(); number++) {
            String caption = name + " " + number;
            String body = tomorrow(caption);
            HttpResponse<String> answer = await("an answer to " + caption)
                    .atMost(PATIENCE)
                    .until(() -> client.postOnce(caption.replace(' ', '-'), body), ReplicasIT::isAnswered);
            if (answer.statusCode() == 201) {
                taken.add(caption);
            } else {
                // The replica died with the claim on the key, which is free again after some minutes.
                assertThat(Client.json(answer, 409).get("code").textValue()).isEqualTo("IDEMPOTENCY_KEY_IN_FLIGHT");
                assertThat(stored(caption)).isLessThanOrEqualTo(1);
            }
        }
        return taken;
    }

    private void assertEachOnce(List<String> captions) throws Exception {
        assertThat(captions).isNotEmpty();
        for (String caption : captions) {
            assertThat(stored(caption)).as(caption).isEqualTo(1);
        }
    }

    private long stored(String caption) throws Exception {
        try (Connection database = DriverManager.getConnection(stack.value("JDBC_POST_API"));
                PreparedStatement count = database.prepareStatement("select count(*) from posts where caption = ?")) {
            count.setString(1, caption);
            try (ResultSet found = count.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    private String tomorrow(String caption) {
        String time = Instant.now().plus(Duration.ofDays(1)).toString();
        return Bodies.nested(caption, mediaId, stack.value("POSTBREEZE_ACCOUNT_ID"), time);
    }
}
