package io.postbreeze.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.media.inspection.Container;
import io.postbreeze.media.inspection.VideoFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FfmpegCommandTest {
    private static final Path SOURCE = Path.of("/tmp/w/source");

    @ParameterizedTest
    @CsvSource({"MP4, mov", "MOV, mov", "WEBM, matroska", "MATROSKA, matroska"})
    void theFormatIsOursToSay(Container container, String format) {
        List<String> command = poster(video(container, 640, 360, 0));

        assertThat(command)
                .containsSubsequence("-f", format, "-i", "file:/tmp/w/source")
                .containsSubsequence("-protocol_whitelist", "file", "-format_whitelist", format, "-i");
    }

    @Test
    void everythingTakesOneThread() {
        assertThat(poster(video(Container.MP4, 640, 360, 0)))
                .containsSubsequence("-filter_threads", "1", "-filter_complex_threads", "1", "-threads", "1", "-i")
                .containsSubsequence("-i", "-threads", "1", "file:p", "-threads", "1", "file:t");
    }

    @ParameterizedTest
    @CsvSource({
        "1080, 1920, 0, 720:1280, 180:320",
        "1920, 1080, 90, 720:1280, 180:320",
        "1920, 1080, 180, 1280:720, 320:180",
        "321, 201, 0, 322:202, 320:200",
        "64, 36, 0, 64:36, 64:36",
        "10000, 1, 0, 1280:2, 320:2"
    })
    void picturesKeepTheirRatioAndNeverGrow(int width, int height, int rotation, String poster, String thumbnail) {
        assertThat(poster(video(Container.MP4, width, height, rotation)))
                .anyMatch(word -> word.contains("[a]scale=" + poster + ",") && word.contains("[b]scale=" + thumbnail));
    }

    @Test
    void theMomentIsToTheMillisecond() {
        List<String> command = FfmpegCommand.poster(
                "ffmpeg",
                video(Container.MP4, 640, 360, 0),
                Duration.ofMillis(61_005),
                SOURCE,
                Path.of("p"),
                Path.of("t"));

        assertThat(command).containsSubsequence("-ss", "61.005", "-i");
    }

    private static List<String> poster(VideoFacts video) {
        return FfmpegCommand.poster("ffmpeg", video, Duration.ZERO, SOURCE, Path.of("p"), Path.of("t"));
    }

    static VideoFacts video(Container container, int width, int height, int rotation) {
        return new VideoFacts(container, "h264", Duration.ofSeconds(10), width, height, rotation, 30.0, true, "aac");
    }
}
