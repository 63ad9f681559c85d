package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.testkit.SampleVideo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever service dies in the middle of a post: in the end TikTok has it exactly once, byte for byte. */
@ExtendWith(StackExtension.class)
class CrashIT {
    /** Many chunks, so that the crash falls between two of them. */
    private static final long SIZE = 120_000_000;

    private static final Map<String, String> HASHES = new LinkedHashMap<>();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"PUBLISHER", "POST_API", "MEDIA", "ANALYTICS"})
    void a_service_killed_in_mid_post_comes_back_and_the_post_goes_out_once(String service, RunningStack stack)
            throws Exception {
        Client client = new Client(stack);
        Path video = SampleVideo.paddedTo(SIZE + HASHES.size(), directory.resolve("clip.mp4"));
        String caption = "crash of " + service;
        String body =
                Bodies.flat(caption, client.upload(video), stack.value("POSTBREEZE_ACCOUNT_ID"), "PUBLIC_TO_EVERYONE");
        HASHES.put(caption, Videos.sha256(video));
        String postId = client.create(body);
        long sent = await("bytes on their way")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> received(client, caption), bytes -> bytes > 0);

        stack.kill(service);

        assertThat(sent).as("bytes that TikTok had when %s died", service).isLessThan(SIZE);
        JsonNode target = client.ended(postId);
        assertThat(target.get("status").textValue()).as(target::toString).isEqualTo("PUBLISHED");
        assertOnce(client, caption);
    }

    private static long received(Client client, String caption) {
        return client.entries(caption).stream()
                .mapToLong(entry -> entry.get("receivedBytes").longValue())
                .sum();
    }

    /** A second post would come late. */
    @AfterAll
    static void nothing_was_posted_twice_in_the_meantime(RunningStack stack) {
        Client client = new Client(stack);
        HASHES.keySet().forEach(caption -> assertOnce(client, caption));
    }

    private static void assertOnce(Client client, String caption) {
        assertThat(client.onTikTok(caption))
                .singleElement()
                .extracting(post -> post.get("sha256").textValue())
                .isEqualTo(HASHES.get(caption));
    }
}
