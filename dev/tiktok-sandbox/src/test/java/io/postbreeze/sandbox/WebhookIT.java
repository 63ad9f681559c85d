package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events at a real callback. */
class WebhookIT extends Running {
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", call -> {
            signatures.add(call.getRequestHeaders().getFirst("TikTok-Signature"));
            bodies.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            call.sendResponseHeaders(status.get(), -1);
            call.close();
        });
        receiver.start();
        set(new JsonObject().put("webhookUrl", address()));
    }

    @AfterEach
    void hangUp() {
        receiver.stop(0);
    }

    @Test
    void aPostIsToldWhenItIsThroughAndWhenEveryoneCanSeeIt() throws Exception {
        JsonObject begun = post("PUBLIC_TO_EVERYONE", SampleVideo.bytes());
        clock.advance(Duration.ofSeconds(2));
        awaitEvents(1);
        clock.advance(Duration.ofSeconds(1));
        awaitEvents(2);

        JsonObject complete = new JsonObject(bodies.getFirst());
        assertThat(complete.getString("event")).isEqualTo("post.publish.complete");
        assertThat(complete.getString("client_key")).isEqualTo("sandbox-client-key");
        assertThat(complete.getString("user_openid")).isEqualTo("-000sandboxcreator0001");
        assertThat(new JsonObject(complete.getString("content")))
                .isEqualTo(new JsonObject()
                        .put("publish_id", begun.getString("publish_id"))
                        .put("publish_type", "DIRECT_PUBLISH"));
        JsonObject available = new JsonObject(bodies.getLast());
        assertThat(available.getString("event")).isEqualTo("post.publish.publicly_available");
        assertThat(new JsonObject(available.getString("content")).getValue("post_id"))
                .isEqualTo(client.newestPost().getString("postId"));
        assertThat(signatures.getFirst()).isEqualTo(signature(bodies.getFirst()));
    }

    @Test
    void aFailureIsToldWithItsReason() {
        post("PUBLIC_TO_EVERYONE", new byte[100]);
        clock.advance(Duration.ofSeconds(2));
        awaitEvents(1);

        JsonObject failed = new JsonObject(bodies.getFirst());
        assertThat(failed.getString("event")).isEqualTo("post.publish.failed");
        assertThat(new JsonObject(failed.getString("content")).getString("reason"))
                .isEqualTo("file_format_check_failed");
    }

    @Test
    void aPostForTheCreatorAloneIsNeverToldToBePublic() {
        post("SELF_ONLY", SampleVideo.bytes());
        clock.advance(Duration.ofDays(1));
        awaitEvents(1);

        assertThat(new JsonObject(bodies.getFirst()).getString("event")).isEqualTo("post.publish.complete");
        assertThat(deliveries()).hasSize(1);
    }

    @Test
    void aDeafCallbackIsTriedAgainUntilItHears() {
        status.set(500);
        post("SELF_ONLY", SampleVideo.bytes());
        clock.advance(Duration.ofSeconds(2));
        awaitEvents(1);
        status.set(200);
        Awaitility.await().until(() -> attempts(0) == 1);
        clock.advance(Duration.ofSeconds(5));
        awaitEvents(2);

        Awaitility.await()
                .until(() -> "DELIVERED".equals(deliveries().getFirst().getString("state")));
        assertThat(bodies.get(1)).isEqualTo(bodies.get(0));
    }

    @Test
    void eventsComeAgainAndInAnotherOrderWhenAskedTo() {
        set(new JsonObject().put("webhookRepeats", 2).put("webhookReorder", true));
        post("PUBLIC_TO_EVERYONE", SampleVideo.bytes());
        clock.advance(Duration.ofMinutes(1));
        awaitEvents(6);

        assertThat(new JsonObject(bodies.getFirst()).getString("event")).isEqualTo("post.publish.publicly_available");
        assertThat(bodies.stream().distinct()).hasSize(2);
    }

    @Test
    void leavingTheAppIsToldWithItsReason() {
        client.send("POST", "/sandbox/creators/sandbox_creator/disconnect", new JsonObject().put("reason", 2));
        awaitEvents(1);

        JsonObject removed = new JsonObject(bodies.getFirst());
        assertThat(removed.getString("event")).isEqualTo("authorization.removed");
        assertThat(new JsonObject(removed.getString("content")).getInteger("reason"))
                .isEqualTo(2);
    }

    @Test
    void whatWasToldBeforeARestartIsNotToldAgain() {
        post("SELF_ONLY", SampleVideo.bytes());
        clock.advance(Duration.ofSeconds(2));
        awaitEvents(1);
        Awaitility.await()
                .until(() -> "DELIVERED".equals(deliveries().getFirst().getString("state")));
        restart();
        set(new JsonObject().put("webhookUrl", address()));
        client.send("POST", "/sandbox/creators/sandbox_creator/disconnect", new JsonObject());
        awaitEvents(2);

        assertThat(new JsonObject(bodies.getLast()).getString("event")).isEqualTo("authorization.removed");
    }

    private void awaitEvents(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(bodies).hasSize(count));
    }

    private List<JsonObject> deliveries() {
        return client.list("/sandbox/webhooks").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private int attempts(int index) {
        return deliveries().get(index).getJsonArray("attempts").size();
    }

    private void set(JsonObject settings) {
        assertThat(client.send("POST", "/sandbox/settings", settings)).isEqualTo(200);
    }

    private String address() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    private String signature(String body) throws GeneralSecurityException {
        String time = String.valueOf(clock.instant().minusSeconds(1).getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("sandbox-client-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "t=" + time + ",s="
                + HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
    }
}
