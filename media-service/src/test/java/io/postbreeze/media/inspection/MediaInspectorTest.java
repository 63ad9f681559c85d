package io.postbreeze.media.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.postbreeze.testkit.SampleVideo;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaInspectorTest {
    /** The values are those of ffprobe. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            moov-last.mp4,              MP4,      h264, 4000, 0,   25,     false, aac
            quicktime.mov,              MOV,      h264, 4000, 0,   25,     true,  aac
            fragmented.mp4,             MP4,      h264, 4000, 0,   25,     true,  aac
            fragmented-after-index.mp4, MP4,      h264, 4000, 0,   25,     true,  -
            rotated.mp4,                MP4,      h264, 4000, 270, 25,     false, aac
            hevc.mp4,                   MP4,      h265, 4000, 0,   25,     false, -
            ntsc.mp4,                   MP4,      h264, 4004, 0,   29.970, false, -
            vp9.webm,                   WEBM,     vp9,  4008, 0,   25,     true,  opus
            vp8.webm,                   WEBM,     vp8,  4000, 0,   25,     true,  -
            h264.mkv,                   MATROSKA, h264, 4000, 0,   25,     true,  -
            """)
    void readsWhatVideosAre(
            String sample,
            Container container,
            String codec,
            long millis,
            int rotation,
            double frameRate,
            boolean faststart,
            String audio) {
        VideoFacts facts = video(VirtualFile.sample(sample));

        assertThat(facts.container()).isEqualTo(container);
        assertThat(facts.videoCodec()).isEqualTo(codec);
        assertThat(facts.duration()).isEqualTo(Duration.ofMillis(millis));
        assertThat(facts.width()).isEqualTo(360);
        assertThat(facts.height()).isEqualTo(640);
        assertThat(facts.rotation()).isEqualTo(rotation);
        assertThat(facts.frameRate()).isCloseTo(frameRate, offset(0.001));
        assertThat(facts.faststart()).isEqualTo(faststart);
        assertThat(facts.audioCodec()).isEqualTo(audio);
    }

    @Test
    void readsTheSampleOfTheTestKit() {
        VideoFacts facts = video(SampleVideo.bytes());

        assertThat(facts.contentType()).isEqualTo("video/mp4");
        assertThat(facts.width()).isEqualTo(1080);
        assertThat(facts.height()).isEqualTo(1920);
        assertThat(facts.duration()).isBetween(Duration.ofMillis(11_900), Duration.ofMillis(12_100));
        assertThat(facts.frameRate()).isCloseTo(30, offset(0.01));
        assertThat(facts.faststart()).isTrue();
    }

    @Test
    void findsTheLengthOfALiveRecordingThatDoesNotStateIt() {
        VideoFacts facts = video(VirtualFile.sample("live.webm"));

        assertThat(facts.container()).isEqualTo(Container.WEBM);
        assertThat(facts.duration()).isBetween(Duration.ofMillis(3_900), Duration.ofMillis(4_100));
    }

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, image/jpeg",
        "photo.png, image/png",
        "photo.gif, image/gif",
        "lossy.webp, image/webp",
        "lossless.webp, image/webp"
    })
    void readsThePhotosSize(String sample, String contentType) {
        Verdict verdict = inspect(VirtualFile.sample(sample));

        assertThat(verdict).isInstanceOfSatisfying(PhotoFacts.class, photo -> {
            assertThat(photo.contentType()).isEqualTo(contentType);
            assertThat(photo.width()).isEqualTo(360);
            assertThat(photo.height()).isEqualTo(640);
        });
    }

    @Test
    void readsTheSizeOfAnExtendedWebp() {
        byte[] head = Boxes.join(Boxes.text("RIFF"), new byte[] {22, 0, 0, 0}, Boxes.text("WEBPVP8X"), new byte[] {
            10, 0, 0, 0, 0, 0, 0, 0, (byte) 0x37, 4, 0, (byte) 0x7f, 7, 0
        });

        assertThat(inspect(head)).isEqualTo(new PhotoFacts(PhotoFormat.WEBP, 1080, 1920));
    }

    @Test
    void stepsOverLargeJpegSegmentsWithoutReadingThem() {
        byte[] photo = VirtualFile.sample("photo.jpg");
        byte[] profile = Boxes.join(new byte[] {(byte) 0xFF, (byte) 0xE2, (byte) 0xFF, (byte) 0xFF}, new byte[65_533]);
        byte[] large = Boxes.join(
                Arrays.copyOf(photo, 2), profile, profile, profile, Arrays.copyOfRange(photo, 2, photo.length));

        Inspection inspection = MediaInspector.inspect(VirtualFile.of(large));

        assertThat(inspection.verdict()).isEqualTo(new PhotoFacts(PhotoFormat.JPEG, 360, 640));
        assertThat(inspection.bytesRead()).isLessThan(40_000);
    }

    @Test
    void acceptsZerosAfterTheLastBox() {
        byte[] padded = Boxes.join(VirtualFile.sample("moov-last.mp4"), new byte[100]);

        assertThat(video(padded).duration()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void acceptsSixtyFourBitSizes() {
        byte[] mdat = Boxes.wide(16 + 1_000, "mdat", new byte[1_000]);
        byte[] file = Boxes.join(Boxes.ftyp(), Boxes.moov(720, 1280, 600, 6_000, 300), mdat);

        VideoFacts facts = video(file);

        assertThat(facts.duration()).isEqualTo(Duration.ofSeconds(10));
        assertThat(facts.frameRate()).isEqualTo(30.0);
        assertThat(facts.width()).isEqualTo(720);
    }

    @Test
    void readsOldQuickTimeFilesWithoutATypeBox() {
        byte[] file = Boxes.join(Boxes.moov(720, 1280, 600, 6_000, 300), Boxes.box("mdat", new byte[10]));

        assertThat(video(file).container()).isEqualTo(Container.MOV);
    }

    private static VideoFacts video(byte[] file) {
        Verdict verdict = inspect(file);
        assertThat(verdict).isInstanceOf(VideoFacts.class);
        return (VideoFacts) verdict;
    }

    private static Verdict inspect(byte[] file) {
        return MediaInspector.inspect(VirtualFile.of(file)).verdict();
    }
}
