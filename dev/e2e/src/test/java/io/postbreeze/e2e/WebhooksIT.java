package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.e2e.WebhookReceiver.Delivery;
import io.postbreeze.testkit.SampleVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A customer's receiver that is broken for a while gets everything in the end, each post's story in its order. */
@ExtendWith(StackExtension.class)
class WebhooksIT {
    private static final int POSTS = 4;
    private static final List<String> PUBLISHED = List.of("post.scheduled", "post.publishing", "post.published");
    private static final List<String> CANCELLED = List.of("post.scheduled", "post.cancelled");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    @Test
    void a_receiver_that_fails_for_a_while_gets_every_event_signed_and_in_order(RunningStack stack) throws Exception {
        Client client = new Client(stack);
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            String wish = """
                    {"url": "%s", "events": ["post.scheduled", "post.publishing", "post.published", "post.cancelled"]}
                    """.formatted(receiver.url());
            JsonNode endpoint = Client.json(client.post("/webhooks", wish), 201);
            Map<String, List<String>> expected = act(client, client.account("told_of"));
            await("tries in vain")
                    .atMost(PATIENCE)
                    .until(() -> receiver.refused().size() > POSTS);

            receiver.repair();

            await("every post's story")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(stories(receiver)).containsAllEntriesOf(expected));
            for (Delivery delivery : concat(receiver.refused(), receiver.taken())) {
                assertThat(delivery.isSignedWith(endpoint.get("secret").textValue()))
                        .as(delivery::toString)
                        .isTrue();
                JsonNode body = delivery.json();
                assertThat(body.get("event").textValue()).isEqualTo(delivery.event());
                assertThat(body.get("deliveryId").textValue()).isEqualTo(delivery.id());
            }
            assertThat(client.delete("/webhooks/" + endpoint.get("id").textValue()))
                    .isEqualTo(204);
        }
    }

    /** Publishes some posts, takes one back, and answers what is to be told of each. */
    private Map<String, List<String>> act(Client client, String account) throws Exception {
        String media = client.upload(SampleVideo.paddedTo(600_000, directory.resolve("clip.mp4")));
        Map<String, List<String>> expected = new LinkedHashMap<>();
        for (int i = 0; i < POSTS; i++) {
            expected.put(client.create(Bodies.flat("told " + i, media, account, "PUBLIC_TO_EVERYONE")), PUBLISHED);
        }
        String tomorrow = Instant.now().plus(Duration.ofDays(1)).toString();
        String canceled = client.create(Bodies.nested("taken back", media, account, tomorrow));
        Client.json(client.post("/posts/" + canceled + "/cancel", ""), 200);
        expected.put(canceled, CANCELLED);
        return expected;
    }

    /** Events of each post in the order of their first coming. */
    private static Map<String, List<String>> stories(WebhookReceiver receiver) throws IOException {
        Set<String> seen = new LinkedHashSet<>();
        Map<String, List<String>> stories = new LinkedHashMap<>();
        for (Delivery delivery : receiver.taken()) {
            if (seen.add(delivery.id())) {
                String post = delivery.json().at("/payload/id").textValue();
                stories.computeIfAbsent(post, id -> new ArrayList<>()).add(delivery.event());
            }
        }
        return stories;
    }

    private static List<Delivery> concat(List<Delivery> first, List<Delivery> second) {
        List<Delivery> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
