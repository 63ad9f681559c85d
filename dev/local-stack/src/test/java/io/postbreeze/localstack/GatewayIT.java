package io.postbreeze.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.testkit.FreePorts;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas of post-api behind the gateway, played by the test. */
class GatewayIT {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Ports ports = ports();
    private Gateway gateway;

    private static Ports ports() {
        Map<String, String> environment = new HashMap<>();
        for (Listener listener : Listener.values()) {
            environment.put(listener.variable(), Integer.toString(FreePorts.next()));
        }
        environment.put("POSTBREEZE_REPLICAS_POST_API", "2");
        environment.put("POSTBREEZE_POST_API_1_PORT", Integer.toString(FreePorts.next()));
        environment.put("POSTBREEZE_POST_API_2_PORT", Integer.toString(FreePorts.next()));
        return Ports.from(environment);
    }

    @BeforeEach
    void start() {
        gateway = Gateway.start(ports);
    }

    @AfterEach
    void stop() {
        gateway.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        http.close();
    }

    @Test
    void replicas_take_turns_for_clients_and_for_the_other_services() throws Exception {
        replica(0, request -> request.response().end("one"));
        replica(1, request -> request.response().end("two"));
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(send("GET", Listener.GATEWAY, "/api/v1/posts").body());
            answers.add(send("GET", Listener.POST_API, "/internal/v1/keys").body());
        }
        assertThat(answers).containsOnly("one", "two").filteredOn("one"::equals).hasSize(4);
    }

    @Test
    void one_that_takes_no_connection_is_passed_over_whatever_is_asked() throws Exception {
        replica(1, request -> request.response().end("two"));
        for (int i = 0; i < 4; i++) {
            assertThat(send("GET", Listener.GATEWAY, "/api/v1/posts").body()).isEqualTo("two");
            assertThat(send("POST", Listener.GATEWAY, "/api/v1/posts").body()).isEqualTo("two");
        }
        assertThat(seen).hasSize(8);
    }

    @Test
    void a_question_goes_to_the_next_replica_when_one_dies_under_it() throws Exception {
        replica(0, request -> request.connection().close());
        replica(1, request -> request.response().end("two"));
        for (int i = 0; i < 4; i++) {
            assertThat(send("GET", Listener.GATEWAY, "/api/v1/posts?limit=" + i).body())
                    .isEqualTo("two");
        }
        assertThat(seen).as("the one that died is not asked again so soon").hasSizeBetween(4, 5);
    }

    @Test
    void a_question_outlives_the_many_connections_that_dead_replicas_leave_behind() throws Exception {
        AtomicInteger left = new AtomicInteger(4);
        Handler<HttpServerRequest> stale = request -> {
            if (left.getAndDecrement() > 0) {
                request.connection().close();
            } else {
                request.response().end("back");
            }
        };
        replica(0, stale);
        replica(1, stale);
        assertThat(send("GET", Listener.GATEWAY, "/api/v1/posts").body()).isEqualTo("back");
    }

    @Test
    void an_order_is_never_sent_twice_and_its_sender_is_told_what_is_not_known() throws Exception {
        replica(0, request -> request.connection().close());
        replica(1, request -> request.connection().close());
        HttpResponse<String> answer = send("POST", Listener.GATEWAY, "/api/v1/posts");
        assertEnvelope(answer, 502, "ANSWER_LOST");
        assertThat(seen).containsExactly("POST /api/v1/posts");
    }

    @Test
    void when_nobody_is_there_nothing_was_done() throws Exception {
        assertEnvelope(send("POST", Listener.GATEWAY, "/api/v1/posts"), 503, "SERVICE_UNAVAILABLE");
        assertEnvelope(send("GET", Listener.GATEWAY, "/api/v1/posts"), 503, "SERVICE_UNAVAILABLE");
    }

    private static void assertEnvelope(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer::body).isEqualTo(status);
        JsonObject envelope = new JsonObject(answer.body());
        assertThat(envelope.getInteger("statusCode")).isEqualTo(status);
        assertThat(envelope.getString("code")).isEqualTo(code);
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue(envelope.getString("requestId"));
    }

    private void replica(int index, Handler<HttpServerRequest> handler) {
        vertx.createHttpServer()
                .requestHandler(request -> {
                    seen.add(request.method() + " " + request.uri());
                    handler.handle(request);
                })
                .listen(ports.replicas(Listener.POST_API).get(index), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private HttpResponse<String> send(String method, Listener door, String path)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ports.url(door) + path));
        request.method(method, method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody());
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
