package io.postbreeze.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

class FaultsIT extends Running {
    private static final String INIT = "/v2/post/publish/video/init/";

    @Test
    void theNamedCallIsRefusedAndHasNoEffect() {
        arm(new JsonObject().put("endpoint", INIT).put("nth", 2).put("action", "status"));

        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("200 ok");
        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("503 internal_error");
        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("200 ok");
        assertThat(client.list("/sandbox/publishes")).hasSize(2);
        JsonObject fault = client.list("/sandbox/faults").getJsonObject(0);
        assertThat(fault.getLong("seen")).isEqualTo(3);
        assertThat(fault.getLong("struck")).isEqualTo(1);
    }

    @Test
    void aReplyIsLostAfterItsEffect() {
        byte[] video = SampleVideo.bytes();
        JsonObject begun = begin("SELF_ONLY", video.length, video.length, 1);
        arm(new JsonObject().put("endpoint", "/video/").put("action", "drop-reply"));

        assertThatThrownBy(() -> client.chunk(url(begun), video, 0, video.length - 1))
                .isInstanceOf(IllegalStateException.class);
        assertThat(status(begun).getLong("uploaded_bytes")).isEqualTo(video.length);
    }

    @Test
    void aConnectionBreaksWithinTheBody() {
        byte[] video = SampleVideo.bytes();
        JsonObject begun = begin("SELF_ONLY", video.length, video.length, 1);
        arm(new JsonObject()
                .put("endpoint", "/video/")
                .put("action", "reset-after-bytes")
                .put("bytes", 300_000));

        assertThatThrownBy(() -> client.chunk(url(begun), video, 0, video.length - 1))
                .isInstanceOf(IllegalStateException.class);
        assertThat(status(begun).getLong("uploaded_bytes")).isZero();
    }

    @Test
    void aDelayChangesNothingElse() {
        byte[] video = SampleVideo.bytes();
        JsonObject begun = begin("SELF_ONLY", video.length, video.length, 1);
        arm(new JsonObject().put("endpoint", "/video/").put("action", "delay").put("delayMs", 100));

        assertThat(client.chunk(url(begun), video, 0, video.length - 1).statusCode())
                .isEqualTo(201);
    }

    @Test
    void faultsAreClearedAndNonsenseIsNoFault() {
        arm(new JsonObject().put("endpoint", INIT).put("action", "status"));
        client.send(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/faults"))
                .DELETE());

        assertThat(Client.code(client.init(token, "SELF_ONLY", 100, 100, 1))).isEqualTo("200 ok");
        assertThat(arm(new JsonObject().put("endpoint", INIT).put("action", "explode")))
                .isEqualTo(400);
        assertThat(arm(new JsonObject()
                        .put("endpoint", INIT)
                        .put("action", "status")
                        .put("status", 9999)))
                .isEqualTo(400);
    }

    private int arm(JsonObject fault) {
        return client.post("/sandbox/faults", token, fault).getInteger("http");
    }
}
