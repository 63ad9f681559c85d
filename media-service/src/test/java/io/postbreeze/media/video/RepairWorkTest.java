package io.postbreeze.media.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.postbreeze.media.inspection.Container;
import io.postbreeze.media.inspection.TikTokRules;
import io.postbreeze.media.inspection.VideoFacts;
import io.postbreeze.testkit.SampleVideo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RepairWorkTest {
    @TempDir
    Path directory;

    private Workbench bench;
    private VideoTools tools;
    private RepairWork work;

    @BeforeEach
    void start() {
        bench = new Workbench(directory);
        tools = bench.tools();
        assumeTrue(tools.repairs(), tools.repairsOff());
        work = new RepairWork(bench, bench, tools, bench.config(null));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(bench.leftBehind()).isEmpty();
    }

    @Test
    void anOldCodecBecomesH264WithItsSound() {
        VideoFacts made = repaired(Clips.of(tools, "640x360:r=30:d=4", "a.mp4", "-c:v", "mpeg4", "-c:a", "aac"));

        assertThat(made.width()).isEqualTo(640);
        assertThat(made.height()).isEqualTo(360);
        assertThat(made.frameRate()).isEqualTo(30.0);
        assertThat(made.audioCodec()).isEqualTo("aac");
    }

    @Test
    void aFastVideoBecomesOneOfSixty() {
        VideoFacts made = repaired(Clips.silent(tools, "360x640:r=120:d=3.5", "a.mp4", "-c:v", "libx264"));

        assertThat(made.frameRate()).isBetween(59.0, 60.0);
        assertThat(made.audioCodec()).isNull();
    }

    @Test
    void aSlowAndSmallVideoBecomesOneInRange() {
        VideoFacts made = repaired(Clips.silent(tools, "320x180:r=12:d=4", "a.mp4", "-c:v", "libx264"));

        assertThat(made.width()).isEqualTo(640);
        assertThat(made.height()).isEqualTo(360);
        assertThat(made.frameRate()).isBetween(29.0, 31.0);
    }

    @Test
    void anotherContainerIsExchanged() {
        repaired(Clips.of(tools, "640x360:r=30:d=4", "a.mkv", "-c:v", "libx264", "-c:a", "libopus"));
    }

    @Test
    void theSameVideoGivesTheSameBytesUnderTheSameName() {
        VideoJob job = bench.job(JobKind.REPAIR, Clips.silent(tools, "320x180:r=30:d=4", "a.mp4"));

        byte[] first = bench.objects.get(work.make(job, () -> true).object().key());
        byte[] second = bench.objects.get(work.make(job, () -> true).object().key());

        assertThat(second).isEqualTo(first);
        assertThat(bench.objects).hasSize(2);
    }

    @Test
    void aVideoThatIsAsItShouldBeIsNotTouched() {
        assertFails(SampleVideo.bytes(), RepairWork.FAILED);
        assertFails("#EXTM3U\nfile:///etc/passwd".getBytes(StandardCharsets.UTF_8), RepairWork.FAILED);
    }

    @Test
    void halfAVideoIsNotPublishedInPlaceOfTheWhole(@TempDir Path elsewhere) throws IOException {
        Path copy = Files.write(elsewhere.resolve("copy.mp4"), Clips.silent(tools, "640x360:r=30:d=4", "a.mp4"));

        assertThat(RepairWork.inspected(before(4_000, null), copy).width()).isEqualTo(640);
        for (VideoFacts before : List.of(before(8_000, null), before(3_000, null), before(4_000, "opus"))) {
            assertThatThrownBy(() -> RepairWork.inspected(before, copy)).isInstanceOf(VideoFailure.class);
        }
        Files.write(copy, new byte[0]);
        assertThatThrownBy(() -> RepairWork.inspected(before(4_000, null), copy))
                .isInstanceOf(VideoFailure.class);
    }

    private static VideoFacts before(long durationMs, String audioCodec) {
        return new VideoFacts(
                Container.MP4, "mpeg4", Duration.ofMillis(durationMs), 640, 360, 0, 30.0, true, audioCodec);
    }

    @Test
    void noiseIsNotPublished() {
        byte[] video = Clips.silent(tools, "320x180:r=30:d=6", "a.mp4", "-movflags", "+faststart");
        int data = new String(video, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
        Arrays.fill(video, data, video.length, (byte) 0x5a);

        assertFails(video, RepairWork.FAILED);
    }

    @Test
    void whatNobodyWantsAnyMoreIsKilledAndNotStored() {
        byte[] large = Clips.silent(tools, "1280x720:r=120:d=4", "a.mp4", "-preset", "ultrafast");
        AtomicInteger asked = new AtomicInteger();

        VideoJob job = bench.job(JobKind.REPAIR, large);

        assertThatThrownBy(() -> work.make(job, () -> asked.incrementAndGet() < 3))
                .isInstanceOf(CancellationException.class);
        assertThat(bench.objects).hasSize(1);
    }

    @Test
    void aProgramThatNeverEndsIsKilledAtItsLimit(@TempDir Path elsewhere) throws IOException {
        // Answers when it is tried, and hangs when it works.
        Path slow = elsewhere.resolve("slow");
        Files.writeString(slow, "#!/bin/sh\ncase \"$*\" in *encoders*|*lavfi*) exit 0;; esac\nsleep 600 &\nwait\n");
        Files.setPosixFilePermissions(slow, PosixFilePermissions.fromString("rwxr-xr-x"));
        VideoTools hanging = bench.tools(slow.toString());
        assertThat(hanging.repairs()).isTrue();
        byte[] video = Clips.silent(tools, "320x180:r=30:d=4", "a.mp4");
        VideoJob job = bench.job(JobKind.REPAIR, video);

        assertThatThrownBy(() -> new RepairWork(bench, bench, hanging, bench.config(null, Duration.ofSeconds(2)))
                        .make(job, () -> true))
                .isInstanceOfSatisfying(
                        VideoFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(RepairWork.TOO_SLOW));
    }

    private VideoFacts repaired(byte[] video) {
        VideoJob job = bench.job(JobKind.REPAIR, video);

        Work.Made made = work.make(job, () -> true);

        VideoFacts facts = Objects.requireNonNull(made.video());
        assertThat(facts.videoCodec()).isEqualTo("h264");
        assertThat(facts.faststart()).isTrue();
        assertThat(TikTokRules.check(facts, made.object().sizeBytes())).isEmpty();
        assertThat(bench.objects).containsKey(made.object().key());
        return facts;
    }

    private void assertFails(byte[] video, String code) {
        VideoJob job = bench.job(JobKind.REPAIR, video);

        assertThatThrownBy(() -> work.make(job, () -> true))
                .isInstanceOfSatisfying(
                        VideoFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
        assertThat(bench.objects).hasSize(1);
    }
}
