package io.postbreeze.media.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** What each file of the corpus is, beside a table that people have read. */
class CorpusTest {
    private static final int FEWEST = 60;

    @TempDir
    Path directory;

    @Test
    void everyFileIsWhatTheTableSays() throws IOException {
        Map<String, String> seen = new LinkedHashMap<>();
        Corpus.all().forEach((name, file) -> seen.put(name, verdict(file)));

        assertThat(seen).hasSizeGreaterThanOrEqualTo(FEWEST);
        assertThat(lines(seen)).isEqualTo(lines(table()));
    }

    /** Somebody else's reading of the same files. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "moov-last.mp4",
                "fragmented.mp4",
                "fragmented-after-index.mp4",
                "quicktime.mov",
                "rotated.mp4",
                "hevc.mp4",
                "ntsc.mp4",
                "vp9.webm",
                "vp8.webm",
                "live.webm",
                "h264.mkv"
            })
    void videosAreWhatFfprobeSaysToo(String name) throws Exception {
        Path file = Files.write(directory.resolve(name), VirtualFile.sample(name));
        JsonNode probed = ffprobe(file);
        JsonNode stream = probed.at("/streams/0");
        VideoFacts video = (VideoFacts)
                MediaInspector.inspect(VirtualFile.of(Files.readAllBytes(file))).verdict();

        assertThat(video.videoCodec())
                .isEqualTo(stream.path("codec_name").asText().replace("hevc", "h265"));
        assertThat(video.width()).isEqualTo(stream.path("width").asInt());
        assertThat(video.height()).isEqualTo(stream.path("height").asInt());
        int counterclockwise = stream.at("/side_data_list/0/rotation").asInt();
        assertThat(video.rotation()).isEqualTo(Math.floorMod(-counterclockwise, 360));
        String[] rate = stream.path("avg_frame_rate").asText().split("/");
        assertThat(video.frameRate())
                .isCloseTo(Double.parseDouble(rate[0]) / Double.parseDouble(rate[1]), offset(0.01));
        double seconds = probed.at("/format/duration").asDouble();
        if (seconds > 0) {
            assertThat(video.duration().toMillis() / 1000.0).isCloseTo(seconds, offset(0.1));
        }
    }

    private static JsonNode ffprobe(Path file) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "ffprobe",
                "-v",
                "error",
                "-print_format",
                "json",
                "-select_streams",
                "v",
                "-show_streams",
                "-show_format",
                file.toString());
        Process process;
        try {
            process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new TestAbortedException("There is no ffprobe", e);
        }
        JsonNode probed = new ObjectMapper().readTree(process.getInputStream());
        process.waitFor();
        return probed;
    }

    private static String verdict(VirtualFile file) {
        Verdict verdict = MediaInspector.inspect(file).verdict();
        return switch (verdict) {
            case Rejection rejection -> rejection.code().name();
            case MediaFacts facts -> {
                List<String> broken = TikTokRules.check(facts, file.size()).stream()
                        .map(RuleViolation::code)
                        .toList();
                yield told(facts) + (broken.isEmpty() ? "" : " " + String.join(" ", broken));
            }
        };
    }

    private static String told(MediaFacts facts) {
        return switch (facts) {
            case VideoFacts video ->
                String.format(
                        Locale.ROOT,
                        "%s %s %d ms %dx%d turned %d %s fps %s sound %s",
                        video.container().shortName(),
                        video.videoCodec(),
                        video.duration().toMillis(),
                        video.width(),
                        video.height(),
                        video.rotation(),
                        video.frameRate() == null ? "?" : String.format(Locale.ROOT, "%.3f", video.frameRate()),
                        video.faststart() ? "faststart" : "index-last",
                        video.audioCodec());
            case PhotoFacts photo ->
                photo.format().shortName() + " " + photo.width() + "x" + photo.height() + " held " + photo.orientation()
                        + (photo.animated() ? " moves" : "");
        };
    }

    private static String lines(Map<String, String> table) {
        return table.entrySet().stream()
                .map(row -> row.getKey() + " | " + row.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> table() throws IOException {
        try (InputStream file = Objects.requireNonNull(CorpusTest.class.getResourceAsStream("/corpus.txt"))) {
            Map<String, String> table = new LinkedHashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" [|] ", 2))
                    .forEach(row -> table.put(row[0].strip(), row[1].strip()));
            return table;
        }
    }
}
