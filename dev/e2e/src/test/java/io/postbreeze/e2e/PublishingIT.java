package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.testkit.SampleVideo;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(StackExtension.class)
class PublishingIT {
    @TempDir
    Path directory;

    Client client;
    String accountId;

    @BeforeEach
    void connect(RunningStack stack) {
        client = new Client(stack);
        accountId = stack.value("POSTBREEZE_ACCOUNT_ID");
    }

    @Test
    void a_scheduled_post_goes_out_on_time_with_timeline_id_and_numbers() throws Exception {
        Path video = SampleVideo.paddedTo(SampleVideo.bytes().length, directory.resolve("clip.mp4"));
        Instant due = Instant.now().plusSeconds(2);
        String postId = client.create(Bodies.nested("nested shape", client.upload(video), accountId, due.toString()));
        assertThat(client.get("/posts/" + postId).get("status").textValue()).isEqualTo("SCHEDULED");

        JsonNode target = client.ended(postId);

        assertThat(target.get("status").textValue()).as(target::toString).isEqualTo("PUBLISHED");
        JsonNode published = client.onTikTok("nested shape").getFirst();
        assertThat(published.get("sha256").textValue()).isEqualTo(Videos.sha256(video));
        assertThat(Instant.parse(published.get("createdAt").textValue())).isBetween(due, due.plusSeconds(5));
        assertThat(states(postId))
                .containsSubsequence("SCHEDULED", "INITIALISING", "UPLOADING", "PROCESSING", "PUBLISHED");
        String postIdOnTikTok = await("TikTok's id")
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> client.target(postId).get("externalPostId").textValue(), id -> id != null);
        assertThat(client.onTikTok("nested shape").getFirst().get("postId").textValue())
                .isEqualTo(postIdOnTikTok);
        JsonNode metrics = await("first numbers")
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> client.get("/analytics/posts/" + postId).at("/targets/0/metrics"),
                        found -> found.path("views").isNumber());
        assertThat(metrics.get("views").longValue()).isPositive();
    }

    @Test
    void the_flat_shape_does_the_same() throws Exception {
        Path video = SampleVideo.paddedTo(SampleVideo.bytes().length, directory.resolve("clip.mp4"));
        String body = Bodies.flat("flat shape", client.upload(video), accountId, "PUBLIC_TO_EVERYONE");
        JsonNode target = client.ended(client.create(body));
        assertThat(target.get("status").textValue()).as(target::toString).isEqualTo("PUBLISHED");
        assertThat(client.onTikTok("flat shape")).hasSize(1);
    }

    @Test
    void a_carousel_goes_out_whole_and_its_caption_without_addresses() throws Exception {
        List<String> photos = new ArrayList<>();
        for (int photo = 1; photo <= 3; photo++) {
            photos.add(client.upload(Photos.jpeg(photo, directory.resolve(photo + ".jpg")), "image/jpeg"));
        }
        String ids = String.join("\", \"", photos);
        // Creators of their own: TikTok takes six posts a minute from one.
        String creator = client.account("photographer");
        String body = Bodies.flat("carousel see https://example.com/x", ids, creator, "PUBLIC_TO_EVERYONE");

        JsonNode target = client.ended(client.create(body));

        assertThat(target.get("status").textValue()).as(target::toString).isEqualTo("PUBLISHED");
        assertThat(client.onTikTok("carousel see")).hasSize(1);
    }

    @Test
    void a_draft_ends_in_the_creators_inbox() throws Exception {
        Path video = SampleVideo.paddedTo(SampleVideo.bytes().length, directory.resolve("clip.mp4"));
        String creator = client.account("drafter");
        String body = Bodies.flat("draft", client.upload(video), creator, "PUBLIC_TO_EVERYONE")
                .replace("\"allowDuet\"", "\"postMode\": \"MEDIA_UPLOAD\", \"allowDuet\"");
        String postId = client.create(body);

        JsonNode target = client.ended(postId);

        assertThat(target.get("status").textValue()).as(target::toString).isEqualTo("IN_INBOX");
        assertThat(states(postId)).endsWith("IN_INBOX");
    }

    @Test
    void refusals_come_in_the_envelope() throws Exception {
        String key = "pb_live_" + "x".repeat(32);
        String body = Bodies.flat("refused", "med_unknown", accountId, "PUBLIC_TO_EVERYONE");
        assertRefused(client.postWith("", "/posts", body), 401, "API_KEY_MISSING");
        assertRefused(client.postWith(key, "/posts", body), 401, "API_KEY_INVALID");
        assertRefused(client.post("/posts", "{\"content\": "), 400, "MALFORMED_JSON");
        Path video = SampleVideo.paddedTo(SampleVideo.bytes().length, directory.resolve("clip.mp4"));
        String withoutPrivacy =
                Bodies.flat("refused", client.upload(video), accountId, "").replace("\"privacy\": \"\",", "");
        assertRefused(client.post("/posts", withoutPrivacy), 422, "TT_PRIVACY_REQUIRED");
        assertThat(client.entries("refused")).isEmpty();
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) throws Exception {
        JsonNode envelope = Client.json(response, status);
        assertThat(envelope.get("statusCode").intValue()).isEqualTo(status);
        assertThat(envelope.get("code").textValue()).isEqualTo(code);
        assertThat(envelope.get("message").textValue()).isNotBlank();
        assertThat(envelope.get("requestId").textValue())
                .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
    }

    private List<String> states(String postId) throws Exception {
        List<String> states = new ArrayList<>();
        client.get("/posts/" + postId + "/timeline")
                .forEach(line -> states.add(line.get("state").textValue()));
        return states;
    }
}
