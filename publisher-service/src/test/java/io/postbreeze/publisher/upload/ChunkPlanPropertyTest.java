package io.postbreeze.publisher.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.postbreeze.sandbox.Sandbox;
import io.postbreeze.sandbox.SandboxConfig;
import io.postbreeze.sandbox.publish.ChunkRules;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our plans against TikTok's rules in their strictest reading, and the plans that others got wrong. */
class ChunkPlanPropertyTest {
    private static final long FOUR_GIB = 4L << 30;
    private static final long SEED = 20_260_602L;
    private static final String BAD_SIZE = "The chunk size is invalid";
    private static final String BAD_COUNT = "The total chunk count is invalid";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Sandbox sandbox;
    private static String token;

    /**
     * A plan as init is told it.
     *
     * @param size bytes of the file
     * @param chunk bytes of a chunk
     * @param count number of chunks
     */
    private record Told(long size, long chunk, long count) {
        static Told ours(long size) {
            ChunkPlan plan = ChunkPlan.forFile(size);
            return new Told(plan.totalBytes(), plan.chunkBytes(), plan.chunkCount());
        }
    }

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        sandbox = Sandbox.start(SandboxConfig.forTests(directory));
        post("/sandbox/settings", "{\"limits\":false}");
        token = post("/sandbox/tokens", "{\"openId\":\"sandbox_creator\"}")
                .path("accessToken")
                .asText();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void everyPlanOfOursIsGoodWhateverTheSize() {
        LongStream sizes = LongStream.concat(borders(), random().longs(100_000, 1, FOUR_GIB + 1));

        List<Told> refused = sizes.mapToObj(Told::ours)
                .filter(told -> ChunkRules.violation(rule(told)).isPresent())
                .toList();

        assertThat(refused).isEmpty();
    }

    @Test
    void initAcceptsOurPlansOverHttp() throws Exception {
        List<Long> sizes = new ArrayList<>(borders().boxed().toList());
        random().longs(300, 1, FOUR_GIB + 1).forEach(sizes::add);

        for (long size : sizes) {
            assertThat(init(Told.ours(size)).path("error").path("code").asText())
                    .as("%d bytes", size)
                    .isEqualTo("ok");
        }
    }

    @Test
    void aRoundedUpCountIsRefusedByName() throws Exception {
        for (long size : random().longs(60, 64_000_001, FOUR_GIB).toArray()) {
            long odd = size % 10_000_000 == 0 ? size + 1 : size;
            assertRefused(new Told(odd, 10_000_000, odd / 10_000_000 + 1), BAD_COUNT);
        }
    }

    @Test
    void oneChunkThatIsNotTheFileIsRefusedByName() throws Exception {
        for (long size : random().longs(60, 5_242_881, 128_000_000).toArray()) {
            assertRefused(new Told(size, Math.min(size - 1, 64_000_000), 1), BAD_SIZE);
            assertRefused(new Told(size, size + 1, 1), BAD_SIZE);
        }
    }

    @Test
    void aChunkOverTheLargestIsRefusedByName() throws Exception {
        for (long chunk : random().longs(60, 64_000_001, 200_000_000).toArray()) {
            assertRefused(new Told(chunk * 3, chunk, 3), BAD_SIZE);
            assertRefused(new Told(chunk, chunk, 1), BAD_SIZE);
        }
    }

    @Test
    void aChunkUnderTheSmallestIsRefusedByName() throws Exception {
        for (long chunk : random().longs(60, 1, 5_242_880).toArray()) {
            assertRefused(new Told(chunk * 3, chunk, 3), BAD_SIZE);
        }
    }

    private static void assertRefused(Told told, String message) throws Exception {
        JsonNode error = init(told).path("error");
        assertThat(error.path("code").asText()).as("%s", told).isEqualTo("invalid_params");
        assertThat(error.path("message").asText()).as("%s", told).isEqualTo(message);
    }

    /** Where one rule ends and another begins, for any meaning of a megabyte, and two bytes to either side. */
    private static LongStream borders() {
        LongStream rules = LongStream.of(
                1, 5_000_000, 5_242_880, 10_000_000, 64_000_000, 67_108_864, 128_000_000, 134_217_728, FOUR_GIB);
        long split = ChunkPlan.LARGEST_CHUNK - 1_024;
        LongStream ours = LongStream.concat(
                LongStream.of(ChunkPlan.LARGEST_CHUNK),
                LongStream.rangeClosed(1, 409).map(count -> count * split));
        return LongStream.concat(rules, ours)
                .flatMap(border -> LongStream.rangeClosed(border - 2, border + 2))
                .filter(size -> size >= 1 && size <= FOUR_GIB)
                .distinct();
    }

    private static SplittableRandom random() {
        return new SplittableRandom(SEED);
    }

    private static io.postbreeze.sandbox.state.ChunkPlan rule(Told told) {
        return new io.postbreeze.sandbox.state.ChunkPlan(told.size(), told.chunk(), told.count());
    }

    private static JsonNode init(Told told) throws Exception {
        return post("/v2/post/publish/video/init/", """
                {"post_info":{"privacy_level":"SELF_ONLY"},"source_info":{"source":"FILE_UPLOAD",
                "video_size":%d,"chunk_size":%d,"total_chunk_count":%d}}""".formatted(told.size(), told.chunk(), told.count()));
    }

    private static JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return JSON.readTree(HTTP.send(request.build(), BodyHandlers.ofString()).body());
    }
}
