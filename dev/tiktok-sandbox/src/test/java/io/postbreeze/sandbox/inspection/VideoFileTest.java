package io.postbreeze.sandbox.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.testkit.SampleVideo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoFileTest {
    private static final Creator CREATOR =
            new Creator("o", "u", "n", false, null, 300, java.util.Set.of(), null, false, 1, false);

    @TempDir
    Path directory;

    @Test
    void theSampleIsReadAsWhatItIs() throws IOException {
        Finding finding = VideoFile.read(file(SampleVideo.bytes()));

        assertThat(finding.readable()).isTrue();
        assertThat(finding.codec()).isEqualTo("avc1");
        assertThat(finding.width()).isEqualTo(1080);
        assertThat(finding.height()).isEqualTo(1920);
        assertThat(finding.durationMs()).isBetween(11_900L, 12_100L);
        assertThat(finding.framesPerSecond()).isBetween(23.0, 60.0);
    }

    @Test
    void aFileThatWasCutOffIsNotReadable() throws IOException {
        byte[] whole = SampleVideo.bytes();

        assertThat(VideoFile.read(file(Arrays.copyOf(whole, whole.length - 1))).readable())
                .isFalse();
    }

    @Test
    void whatIsNoVideoIsNotReadable() throws IOException {
        byte[] html = "<!doctype html><html><body>Sign in to download</body></html>".getBytes(StandardCharsets.UTF_8);

        assertThat(VideoFile.read(file(html)).readable()).isFalse();
        assertThat(VideoFile.read(file(new byte[1])).readable()).isFalse();
    }

    @Test
    void noDamageMakesTheReaderFailOtherwiseThanByItsVerdict() throws IOException {
        Random random = new Random(7);
        byte[] whole = SampleVideo.bytes();
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int hit = 0; hit < 40; hit++) {
                damaged[random.nextInt(8_000)] = (byte) random.nextInt();
            }
            assertThat(VideoFile.read(file(damaged))).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "true, avc1, 299000, 1080, 1920, 30, ",
        "false, avc1, 10000, 1080, 1920, 30, file_format_check_failed",
        "true, av01, 10000, 1080, 1920, 30, file_format_check_failed",
        "true, avc1, 300001, 1080, 1920, 30, duration_check_failed",
        "true, avc1, 10000, 1080, 1920, 60.01, frame_rate_check_failed",
        "true, avc1, 10000, 1080, 1920, 22.9, frame_rate_check_failed",
        "true, hvc1, 10000, 359, 1920, 30, picture_size_check_failed",
        "true, hvc1, 10000, 1080, 4097, 30, picture_size_check_failed"
    })
    void aBrokenRuleHasTikToksReason(
            boolean readable, String codec, long ms, int width, int height, double rate, String reason) {
        Finding finding = new Finding(readable, codec, ms, width, height, rate);

        assertThat(Examiner.failReason(finding, CREATOR)).isEqualTo(reason);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("video"), bytes);
    }
}
