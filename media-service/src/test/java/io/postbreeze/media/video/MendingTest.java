package io.postbreeze.media.video;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.media.inspection.Container;
import io.postbreeze.media.inspection.TikTokRules;
import io.postbreeze.media.inspection.VideoFacts;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendingTest {
    @ParameterizedTest
    @CsvSource({
        "MP4, mpeg4, 640, 360, 30, 10, true",
        "MATROSKA, h264, 640, 360, 30, 10, true",
        "MP4, h264, 640, 360, 60.06, 10, true",
        "MP4, h264, 640, 360, 12, 10, true",
        "MP4, h264, 320, 240, 30, 10, true",
        "MP4, h264, 5120, 2880, 30, 10, true",
        // Nothing is wrong.
        "MP4, h264, 640, 360, 30, 10, false",
        // Nobody can make it longer or shorter.
        "MP4, mpeg4, 640, 360, 30, 2.9, false",
        "MP4, mpeg4, 640, 360, 30, 601, false",
        // Nobody here decodes it.
        "MP4, cinepak, 640, 360, 30, 10, false",
        // More than the memory for it.
        "MP4, h264, 16000, 16000, 30, 10, false"
    })
    void whatCanBeMendedIsKnownBefore(
            Container container, String codec, int width, int height, double rate, double seconds, boolean helps) {
        VideoFacts video = new VideoFacts(
                container, codec, Duration.ofMillis((long) (seconds * 1000)), width, height, 0, rate, true, "aac");

        assertThat(Mending.helps(video, TikTokRules.check(video, 1_000_000))).isEqualTo(helps);
    }

    @Test
    void aFileThatIsTooLargeStaysSo() {
        VideoFacts video = video(640, 360, 0, 120.0);

        assertThat(Mending.helps(video, TikTokRules.check(video, 1L << 30))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "640, 360, 0, 30, 'scale=640:360'",
        "640, 360, 0, 120, 'fps=60,scale=640:360'",
        "640, 360, 0, 12, 'fps=30,scale=640:360'",
        "640, 360, 0, , 'fps=60,scale=640:360'",
        "641, 361, 0, 30, 'scale=642:362'",
        "320, 240, 0, 30, 'scale=480:360'",
        "5120, 2880, 0, 30, 'scale=4096:2304'",
        "5120, 2880, 90, 30, 'scale=2304:4096'",
        "4000, 100, 0, 30, 'scale=4096:102,pad=4096:360:-1:-1'",
        "20, 4000, 0, 30, 'scale=20:4096,pad=360:4096:-1:-1'"
    })
    void onlyWhatIsWrongChanges(int width, int height, int rotation, Double rate, String filters) {
        assertThat(Mending.of(video(width, height, rotation, rate)).filters()).isEqualTo(filters);
    }

    @Test
    void everySizeEndsInRange() {
        for (int width = 1; width < 9_000; width = width * 3 / 2 + 1) {
            for (int height = 1; height < 9_000; height = height * 3 / 2 + 1) {
                Sides frame = Mending.of(video(width, height, 0, 30.0)).frame();

                assertThat(frame.width()).isBetween(360, 4096).isEven();
                assertThat(frame.height()).isBetween(360, 4096).isEven();
            }
        }
    }

    @Test
    void aLongVideoHasFewerBitsEachSecond() {
        assertThat(Mending.mostBitsPerSecond(Duration.ofSeconds(10))).isEqualTo(16_000_000);
        assertThat(Mending.mostBitsPerSecond(Duration.ofSeconds(600)))
                .isBetween(1_000_000L, TikTokRules.MOST_VIDEO_BYTES * 8 / 600);
    }

    @Test
    void aRepairIsConfinedLikeAPoster() {
        var command = FfmpegCommand.repair("ffmpeg", video(640, 360, 0, 120.0), Path.of("/w/source"), Path.of("/w/to"));

        assertThat(command)
                .containsSubsequence("-protocol_whitelist", "file", "-f", "mov", "-i", "file:/w/source")
                .containsSubsequence("-i", "-c:v", "libx264", "-threads", "1", "-c:a", "aac", "-movflags", "+faststart")
                .endsWith("-f", "mp4", "file:/w/to");
    }

    private static VideoFacts video(int width, int height, int rotation, Double rate) {
        return new VideoFacts(
                Container.MP4, "h264", Duration.ofSeconds(10), width, height, rotation, rate, true, "aac");
    }
}
