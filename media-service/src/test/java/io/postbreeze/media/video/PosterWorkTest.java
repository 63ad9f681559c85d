package io.postbreeze.media.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.media.store.ObjectChangedException;
import io.postbreeze.testkit.SampleVideo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosterWorkTest {
    @TempDir
    Path directory;

    private Workbench bench;
    private PosterWork work;

    @BeforeEach
    void start() {
        bench = new Workbench(directory);
        work = new PosterWork(bench, bench, bench.tools());
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(bench.leftBehind()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moov-last.mp4",
                "fragmented.mp4",
                "quicktime.mov",
                "ntsc.mp4",
                "hevc.mp4",
                "vp8.webm",
                "vp9.webm",
                "live.webm",
                "h264.mkv",
                "rotated.mp4"
            })
    void everyVideoGetsAPosterAndAThumbnail(String sample) throws IOException {
        VideoJob job = bench.job(JobKind.POSTER, Workbench.sample(sample));

        String poster = work.make(job, () -> true).object().key();

        assertThat(picture(poster)).isNotNull();
        BufferedImage thumbnail =
                picture(VideoKeys.thumbnail(job.source().key(), job.source().etag()));
        assertThat(Math.max(thumbnail.getWidth(), thumbnail.getHeight())).isLessThanOrEqualTo(320);
    }

    @Test
    void sizesAreThoseThatAPlayerShows() throws IOException {
        VideoJob job = bench.job(JobKind.POSTER, SampleVideo.bytes());

        BufferedImage poster = picture(work.make(job, () -> true).object().key());

        assertThat(poster.getWidth()).isEqualTo(720);
        assertThat(poster.getHeight()).isEqualTo(1280);
    }

    @Test
    void aLargeFileCostsItsTwoEndsOnly(@TempDir Path elsewhere) throws IOException {
        byte[] large = Files.readAllBytes(SampleVideo.paddedTo(80 << 20, elsewhere.resolve("large.mp4")));

        VideoJob job = bench.job(JobKind.POSTER, large);

        assertThat(picture(work.make(job, () -> true).object().key()).getHeight())
                .isEqualTo(1280);
        assertThat(bench.bytesRead()).isLessThan(34L << 20);
    }

    @Test
    void theSameVideoGivesTheSameBytesUnderTheSameNames() {
        VideoJob job = bench.job(JobKind.POSTER, SampleVideo.bytes());

        byte[] first = bench.objects.get(work.make(job, () -> true).object().key());
        byte[] second = bench.objects.get(work.make(job, () -> true).object().key());

        assertThat(second).isEqualTo(first);
        assertThat(bench.objects).hasSize(3);
    }

    @Test
    void noMediaGetsNone() {
        VideoJob job = bench.job(JobKind.POSTER, "#EXTM3U\nfile:///etc/passwd".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> work.make(job, () -> true)).isInstanceOf(VideoFailure.class);
    }

    @Test
    void aVideoOfNoiseFailsForGood() {
        byte[] video = Workbench.sample("moov-last.mp4");
        String text = new String(video, StandardCharsets.ISO_8859_1);
        // The index stays, what it points to does not.
        Arrays.fill(video, text.indexOf("mdat") + 4, text.indexOf("moov") - 4, (byte) 0x5a);
        VideoJob job = bench.job(JobKind.POSTER, video);

        assertThatThrownBy(() -> work.make(job, () -> true)).isInstanceOf(VideoFailure.class);
        assertThat(bench.objects).hasSize(1);
    }

    @Test
    void anOverwrittenVideoIsNotMixedWithTheNext() {
        VideoJob job = bench.job(JobKind.POSTER, SampleVideo.bytes());
        bench.put(job.source().key(), Workbench.sample("vp9.webm"));

        assertThatThrownBy(() -> work.make(job, () -> true)).isInstanceOf(ObjectChangedException.class);
    }

    @Test
    void whatNobodyWantsIsNotFinished() {
        VideoJob job = bench.job(JobKind.POSTER, SampleVideo.bytes());

        assertThatThrownBy(() -> work.make(job, () -> false)).isInstanceOf(CancellationException.class);
        assertThat(bench.objects).hasSize(1);
    }

    private BufferedImage picture(String key) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(bench.objects.get(key), key)));
    }
}
