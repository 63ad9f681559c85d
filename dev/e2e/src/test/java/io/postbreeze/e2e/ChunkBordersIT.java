package io.postbreeze.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.testkit.SampleVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** TikTok must hold the very bytes that were uploaded, wherever the chunk plan cuts them. */
@ExtendWith(StackExtension.class)
class ChunkBordersIT {
    /** Up to here a video goes in one piece. */
    private static final long ONE_PIECE = 10_485_760;

    /** A plan of n chunks ends at n times this. */
    private static final long STEP = 10_484_736;

    @TempDir
    Path directory;

    @Test
    void a_byte_more_or_less_at_each_border_arrives_as_it_was(RunningStack stack) throws Exception {
        Map<Long, Integer> chunksBySize = new LinkedHashMap<>();
        chunksBySize.put(ONE_PIECE - 1, 1);
        chunksBySize.put(ONE_PIECE, 1);
        chunksBySize.put(ONE_PIECE + 1, 2);
        chunksBySize.put(2 * STEP - 1, 2);
        chunksBySize.put(2 * STEP, 2);
        chunksBySize.put(2 * STEP + 1, 3);
        chunksBySize.put(3 * STEP, 3);
        chunksBySize.put(3 * STEP + 1, 4);
        Client client = new Client(stack);
        // TikTok takes six inits a minute from one creator.
        List<String> accounts = List.of(client.connect("sandbox_newcomer"), client.connect("sandbox_private"));
        Map<Long, String> hashes = new LinkedHashMap<>();
        Map<Long, String> posts = new LinkedHashMap<>();
        for (long size : chunksBySize.keySet()) {
            Path video = SampleVideo.paddedTo(size, directory.resolve(size + ".mp4"));
            hashes.put(size, Videos.sha256(video));
            String account = accounts.get(posts.size() % accounts.size());
            posts.put(size, client.create(Bodies.flat("border " + size, client.upload(video), account, "SELF_ONLY")));
            Files.delete(video);
        }
        for (Map.Entry<Long, String> post : posts.entrySet()) {
            JsonNode target = client.ended(post.getValue());
            assertThat(target.get("status").textValue()).as(target::toString).isEqualTo("PUBLISHED");
            assertArrived(client, post.getKey(), hashes.get(post.getKey()), chunksBySize.get(post.getKey()));
        }
    }

    @Test
    void three_hundred_megabytes_pass_through_a_small_heap(RunningStack stack) throws Exception {
        long size = 300_000_000;
        Path video = SampleVideo.paddedTo(size, directory.resolve("large.mp4"));
        Client client = new Client(stack);
        String account = client.connect("sandbox_newcomer");
        JsonNode target =
                client.ended(client.create(Bodies.flat("border " + size, client.upload(video), account, "SELF_ONLY")));
        assertThat(target.get("status").textValue()).as(target::toString).isEqualTo("PUBLISHED");
        assertArrived(client, size, Videos.sha256(video), 29);
    }

    private static void assertArrived(Client client, long size, String sha256, int chunks) {
        assertThat(client.onTikTok("border " + size)).singleElement().satisfies(received -> {
            assertThat(received.get("sha256").textValue()).isEqualTo(sha256);
            assertThat(received.get("receivedBytes").longValue()).isEqualTo(size);
            assertThat(received.get("chunkCount").intValue()).isEqualTo(chunks);
            assertThat(received.get("discardedBytes").longValue()).isZero();
        });
    }
}
