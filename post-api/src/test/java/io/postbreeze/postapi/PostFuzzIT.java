package io.postbreeze.postapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.postbreeze.postapi.post.validation.GeneratedBodies;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Ten thousand bodies over HTTP, many at a time: never a 500, and a post is stored whole or not at all. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "post_api"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(Neighbours.class)
class PostFuzzIT {
    private static final long SEED = 20_261_123L;
    private static final int BODIES = 10_000;
    private static final int AT_ONCE = 16;

    /** Each of so many is also asked about before it is posted. */
    private static final int ASKED_FIRST = 10;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    @Inject
    Pool pool;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void everyBodyIsStoredWholeOrRefusedWithAReason() throws Exception {
        Tenant tenant = Tenant.fresh(pool).unlimited(pool);
        List<String> accounts = List.of(Api.connect("sandbox_creator", tenant), Api.connect("sandbox_private", tenant));

        Map<String, Integer> created = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<JsonNode>> answers = new ArrayList<>();
            for (int i = 0; i < BODIES; i++) {
                int number = i;
                answers.add(clients.submit(() -> answer(number, accounts, tenant)));
            }
            for (Future<JsonNode> future : answers) {
                try {
                    JsonNode answer = future.get();
                    if (answer.has("id")) {
                        created.put(
                                answer.path("id").asText(),
                                answer.path("targets").size());
                    }
                } catch (ExecutionException e) {
                    wrong.add(String.valueOf(e.getCause()));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(created).hasSizeBetween(BODIES / 50, BODIES / 2);
        assertThat(stored(tenant)).isEqualTo(created);
        assertThat(created.values()).doesNotContain(0);
    }

    private JsonNode answer(int number, List<String> accounts, Tenant tenant) throws Exception {
        byte[] body = body(number, accounts);
        JsonNode verdict = number % ASKED_FIRST == 0 ? checked(number, post("/validate", body, tenant)) : null;
        JsonNode answer = checked(number, post("", body, tenant));
        if (verdict != null) {
            assertThat(verdict.path("statusCode").asInt())
                    .as("verdict on body %s of seed %s", number, SEED)
                    .isEqualTo(answer.path("statusCode").asInt(201));
            assertThat(verdict.path("code").asText(""))
                    .as("verdict on body %s of seed %s", number, SEED)
                    .isEqualTo(answer.path("code").asText(""));
        }
        return answer;
    }

    private static JsonNode checked(int number, HttpResponse<String> response) throws Exception {
        int status = response.statusCode();
        JsonNode answer = JSON.readTree(response.body());
        assertThat(status).as("body %s of seed %s: %s", number, SEED, answer).isIn(200, 201, 400, 413, 422);
        if (status >= 400) {
            assertThat(answer.path("statusCode").asInt()).isEqualTo(status);
            assertThat(answer.path("code").asText()).isNotBlank();
            assertThat(answer.path("message").asText()).isNotBlank();
            assertThat(answer.path("requestId").asText()).startsWith("req_");
        }
        return answer;
    }

    private HttpResponse<String> post(String path, byte[] body, Tenant tenant) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/posts" + path);
        return http.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + tenant.key())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static byte[] body(int number, List<String> accounts) throws Exception {
        long seed = SEED + number;
        Map<String, Object> body = new GeneratedBodies(
                        seed, accounts, List.of(Neighbours.VIDEO, Neighbours.VIDEO, Neighbours.NOT_UPLOADED))
                .next();
        SplittableRandom random = new SplittableRandom(~seed);
        String json = JSON.writeValueAsString(body);
        return random.nextInt(10) == 0 ? garbled(json, random) : json.getBytes(StandardCharsets.UTF_8);
    }

    /** What a broken line or a broken client makes of a body. */
    private static byte[] garbled(String json, SplittableRandom random) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                yield bytes;
            }
            case 2 -> text(json + json);
            case 3 -> text(json.replaceFirst("\\{", "{\"content\":\"twice\",\"content\":\"twice\","));
            case 4 -> text("{\"content\":" + "[".repeat(5_000));
            case 5 -> text("{\"content\":" + "9".repeat(5_000) + "}");
            case 6 -> text("{\"platforms\":1e999999999,\"content\":-1E+400}");
            default -> text("\ufeff" + json);
        };
    }

    private static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** Number of targets by post. */
    private Map<String, Integer> stored(Tenant tenant) {
        Map<String, Integer> stored = new HashMap<>();
        pool.preparedQuery("select p.id, count(t.id)::int from posts p left join post_targets t on t.post_id = p.id"
                        + " where p.workspace_id = $1 group by p.id")
                .executeAndAwait(Tuple.of(tenant.workspaceId()))
                .forEach(row -> stored.put(row.getString(0), row.getInteger(1)));
        return stored;
    }
}
