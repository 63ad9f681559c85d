package io.postbreeze.sandbox.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.postbreeze.testkit.SampleVideo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealFilesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "h264.mp4, avc1, 2000, 360, 640, 25",
        "h264.mov, avc1, 2000, 360, 640, 25",
        "fragmented.mp4, avc1, 2000, 360, 640, 25",
        "fragmented-after-index.mp4, avc1, 2000, 360, 640, 25",
        "hevc.mp4, hvc1, 2000, 360, 640, 25",
        "vp9.mp4, vp09, 2000, 360, 640, 25",
        "vp8.webm, V_VP8, 2000, 360, 640, 25",
        "vp9.webm, V_VP9, 2008, 360, 640, 25",
        "live.webm, V_VP9, 1960, 360, 640, 25",
        "turned.mp4, avc1, 2000, 640, 360, 25",
        "trimmed.mp4, avc1, 1000, 360, 640, 25",
        "av1.webm, V_AV1, 1000, 360, 640, 25",
        "rate-60.mp4, avc1, 2000, 360, 640, 60",
        "rate-60-in-milliseconds.mp4, avc1, 1000, 360, 640, 60",
        "rate-60.webm, V_VP8, 1000, 360, 640, 60",
        "rate-15.mp4, avc1, 1000, 360, 640, 15"
    })
    void aVideoIsReadAsWhatItIs(String name, String codec, long ms, int width, int height, double rate)
            throws IOException {
        assertThat(Fixture.video(directory, Fixture.sample(name)))
                .isEqualTo(new Finding(true, codec, ms, width, height, rate));
    }

    @ParameterizedTest
    @CsvSource({
        "rate-60.mp4, 60, ",
        "rate-60.webm, 60, ",
        "rate-60.02.mp4, 60.02, frame_rate_check_failed",
        "rate-60.02.webm, 60.02, frame_rate_check_failed",
        "rate-59.94.mp4, 59.94, ",
        "rate-59.94.webm, 59.94, ",
        "rate-15.mp4, 15, frame_rate_check_failed",
        "av1.webm, 25, file_format_check_failed"
    })
    void sixtyFramesAreTheMost(String name, double rate, String reason) throws IOException {
        Finding finding = Fixture.video(directory, Fixture.sample(name));

        assertThat(finding.framesPerSecond()).isCloseTo(rate, within(0.001));
        assertThat(VideoRules.failReason(finding, 600)).isEqualTo(reason);
    }

    @Test
    void theSampleOfTheTestKitIsReadAsWhatItIs() throws IOException {
        assertThat(Fixture.video(directory, SampleVideo.bytes()))
                .isEqualTo(new Finding(true, "avc1", 12_000, 1080, 1920, 30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h264.mp4", "h264.mov", "hevc.mp4", "vp8.webm", "live.webm", "photo.jpg", "lossless.webp"})
    void aFileThatWasCutOffIsNotReadable(String name) throws IOException {
        byte[] whole = Fixture.sample(name);
        for (int missing : new int[] {1, whole.length / 2, whole.length - 1, whole.length}) {
            byte[] cut = Arrays.copyOf(whole, whole.length - missing);
            assertThat(Fixture.video(directory, cut)).isEqualTo(Finding.UNREADABLE);
            assertThat(Fixture.photo(directory, cut)).isEqualTo(Finding.UNREADABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vp8.mkv", "sound-only.m4a", "photo.jpg", "lossy.webp", "photo.gif", "png-called.jpg"})
    void whatIsNoVideoIsNotReadAsOne(String name) throws IOException {
        assertThat(Fixture.video(directory, Fixture.sample(name))).isEqualTo(Finding.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({"photo.jpg, jpeg", "lossy.webp, webp", "lossless.webp, webp", "extended.webp, webp"})
    void aPhotoIsReadAsWhatItIs(String name, String codec) throws IOException {
        assertThat(Fixture.photo(directory, Fixture.sample(name))).isEqualTo(new Finding(true, codec, 0, 360, 640, 0));
    }

    @Test
    void aProgressiveJpegIsReadThroughAllItsScans() throws IOException {
        byte[] progressive = progressive(64, 48);

        assertThat(Fixture.photo(directory, progressive)).isEqualTo(new Finding(true, "jpeg", 0, 64, 48, 0));
        assertThat(Fixture.photo(directory, Arrays.copyOf(progressive, progressive.length - 2)))
                .isEqualTo(Finding.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png-called.jpg", "photo.gif", "h264.mp4", "vp8.webm"})
    void whatIsNeitherJpegNorWebPIsNotReadAsAPhoto(String name) throws IOException {
        assertThat(Fixture.photo(directory, Fixture.sample(name))).isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void aPageOfTextIsNeither() throws IOException {
        byte[] page = "<!doctype html><html><body>Sign in to download</body></html>".getBytes(StandardCharsets.UTF_8);

        assertThat(Fixture.video(directory, page)).isEqualTo(Finding.UNREADABLE);
        assertThat(Fixture.photo(directory, page)).isEqualTo(Finding.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "h264.mp4, video/mp4",
        "vp9.mp4, video/mp4",
        "vp9.webm, video/webm",
        "photo.jpg, application/octet-stream"
    })
    void aVideoHasItsContentType(String name, String contentType) throws IOException {
        assertThat(Fixture.video(directory, Fixture.sample(name)).contentType()).isEqualTo(contentType);
    }

    @ParameterizedTest
    @CsvSource({"photo.jpg, image/jpeg", "lossy.webp, image/webp", "png-called.jpg, application/octet-stream"})
    void aPhotoHasItsContentType(String name, String contentType) throws IOException {
        assertThat(Fixture.photo(directory, Fixture.sample(name)).contentType()).isEqualTo(contentType);
    }

    @Test
    void aFileThatIsNotThereIsTheDisksFailure() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> MediaReader.video(directory.resolve("none")));
    }

    private static byte[] progressive(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, i * 0x1234567);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam progressive = writer.getDefaultWriteParam();
        progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), progressive);
        }
        writer.dispose();
        return bytes.toByteArray();
    }
}
