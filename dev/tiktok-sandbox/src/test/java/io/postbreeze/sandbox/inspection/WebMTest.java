package io.postbreeze.sandbox.inspection;

import static io.postbreeze.sandbox.inspection.Fixture.concat;
import static io.postbreeze.sandbox.inspection.Fixture.element;
import static io.postbreeze.sandbox.inspection.Fixture.endless;
import static io.postbreeze.sandbox.inspection.Fixture.hex;
import static io.postbreeze.sandbox.inspection.Fixture.text;
import static io.postbreeze.sandbox.inspection.Fixture.u16;
import static io.postbreeze.sandbox.inspection.Fixture.u32;
import static io.postbreeze.sandbox.inspection.Fixture.u64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WebMTest {
    private static final String SEGMENT = "18538067";
    private static final String CLUSTER = "1f43b675";
    private static final byte[] EBML = element("1a45dfa3", element("4282", text("webm\0\0")));
    private static final byte[] NO_INFO = new byte[0];
    private static final byte[] TRACKS = tracks(new byte[0]);

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "60, 240, 60",
        "59.94, 240, 59.94",
        "60.02, 480, 60.02",
        "25, 50, 25",
        "15, 30, 15",
        "23.976, 96, 23.976"
    })
    void withoutADefaultDurationTheFramesAreCounted(double rate, int frames, double read) throws IOException {
        byte[] file = segment(NO_INFO, TRACKS, cluster(0, frames, rate));

        assertThat(Fixture.video(directory, EBML, file).framesPerSecond()).isCloseTo(read, within(0.01));
        assertThat(VideoRules.failReason(Fixture.video(directory, EBML, file), 600))
                .isEqualTo(rate > 60 || rate < 23 ? "frame_rate_check_failed" : null);
    }

    @Test
    void theDefaultDurationTellsTheRate() throws IOException {
        byte[] tracks = tracks(element("23e383", u32(16_666_667)));

        Finding finding = Fixture.video(directory, EBML, segment(NO_INFO, tracks, cluster(0, 10, 25)));

        assertThat(finding).isEqualTo(new Finding(true, "V_VP9", 360, 720, 1280, 60));
    }

    @Test
    void theDurationIsInTicksOfTheSegmentsClock() throws IOException {
        byte[] milliseconds = element("1549a966", element("4489", u64(Double.doubleToLongBits(7500.4))));
        byte[] tenths = element(
                "1549a966", element("2ad7b1", u32(100_000_000)), element("4489", u32(Float.floatToIntBits(75))));

        assertThat(read(milliseconds, cluster(0, 50, 25)).durationMs()).isEqualTo(7500);
        assertThat(read(tenths, cluster(0, 1, 1)).durationMs()).isEqualTo(7500);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "-1", "0", "Infinity", "1"})
    void aDurationThatIsNoneOrTooShortYieldsToTheFrames(double declared) throws IOException {
        byte[] info = element("1549a966", element("4489", u64(Double.doubleToLongBits(declared))));

        assertThat(read(info, cluster(0, 51, 25)).durationMs()).isEqualTo(2000);
    }

    @Test
    void segmentsAndClustersMayBeEndless() throws IOException {
        byte[] first = concat(endless(CLUSTER), frames(0, 25, 25));
        byte[] second = concat(endless(CLUSTER), frames(1000, 26, 25));
        byte[] cues = element("1c53bb6b", new byte[20]);

        Finding finding = Fixture.video(directory, EBML, endless(SEGMENT), TRACKS, first, second, cues);

        assertThat(finding).isEqualTo(new Finding(true, "V_VP9", 2000, 720, 1280, 25));
    }

    @Test
    void nothingElseMayBeEndless() throws IOException {
        assertThat(Fixture.video(directory, EBML, endless(SEGMENT), endless("1654ae6b"), TRACKS, cluster(0, 50, 25)))
                .isEqualTo(Finding.UNREADABLE);
        assertThat(Fixture.video(directory, EBML, endless(SEGMENT), TRACKS, cluster(0, 50, 25), endless("ec")))
                .isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void groupsAndLacesAndOtherTracksAreCountedAsWhatTheyAre() throws IOException {
        byte[] group = element("a0", element("a1", block(1, 0, 0)), element("9b", hex("28")));
        byte[] laced = element("a3", block(1, 40, 0x06));
        byte[] sound = element("a3", block(2, 500, 0));
        byte[] last = element("a0", element("a1", block(1, 120, 0)), element("9b", hex("28")));

        Finding finding = read(NO_INFO, element(CLUSTER, element("e7", u16(5000)), group, laced, sound, last));

        assertThat(finding.durationMs()).isEqualTo(500);
        assertThat(finding.framesPerSecond()).isEqualTo(25);
    }

    @Test
    void aSingleFrameLastsAsLongAsTheFile() throws IOException {
        byte[] info = element("1549a966", element("4489", u32(Float.floatToIntBits(2000))));

        assertThat(read(info, cluster(0, 1, 25)).framesPerSecond()).isEqualTo(0.5);
        assertThat(VideoRules.failReason(read(NO_INFO, cluster(0, 1, 25)), 600)).isEqualTo("frame_rate_check_failed");
    }

    @Test
    void onlyTheTypeWebMIsTaken() throws IOException {
        byte[] matroska = element("1a45dfa3", element("4282", text("matroska")));
        byte[] none = element("1a45dfa3", element("4286", hex("01")));
        byte[] segment = segment(NO_INFO, TRACKS, cluster(0, 50, 25));

        assertThat(Fixture.video(directory, matroska, segment)).isEqualTo(Finding.UNREADABLE);
        assertThat(Fixture.video(directory, none, segment)).isEqualTo(Finding.UNREADABLE);
        assertThat(Fixture.video(directory, EBML)).isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void aFileWithoutPicturesIsNoVideo() throws IOException {
        byte[] sound = element("1654ae6b", element("ae", element("d7", hex("01")), element("83", hex("02"))));

        assertThat(Fixture.video(directory, EBML, segment(NO_INFO, sound, cluster(0, 50, 25))))
                .isEqualTo(Finding.UNREADABLE);
        assertThat(Fixture.video(directory, EBML, segment(NO_INFO, TRACKS, cluster(0, 0, 25))))
                .isEqualTo(Finding.UNREADABLE);
        assertThat(Fixture.video(directory, EBML, segment(NO_INFO, cluster(0, 50, 25), TRACKS)))
                .isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void numbersThatLieAreNoVideo() throws IOException {
        byte[] noClock = element("1549a966", element("2ad7b1", hex("00")));
        byte[] farFuture = element(CLUSTER, element("e7", hex("7fffffffffffffff")), element("a3", block(1, 9, 0)));
        byte[] longAgo = element(CLUSTER, element("e7", hex("8000000000000000")), element("a3", block(1, 0, 0)));
        byte[] short3 = element(CLUSTER, element("a3", hex("810000")));
        byte[] wide = tracks(element("e0", element("b0", hex("0100000000")), element("ba", hex("0400"))));

        assertThat(read(noClock, cluster(0, 50, 25))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(NO_INFO, farFuture)).isEqualTo(Finding.UNREADABLE);
        assertThat(read(NO_INFO, concat(cluster(0, 50, 25), longAgo))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(NO_INFO, short3)).isEqualTo(Finding.UNREADABLE);
        assertThat(Fixture.video(directory, EBML, segment(NO_INFO, wide, cluster(0, 50, 25))))
                .isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void aFileOfNothingButElementsEnds() throws IOException {
        byte[] voids = new byte[6_000_000];
        Arrays.fill(voids, (byte) 0x80);
        for (int i = 0; i < voids.length; i += 2) {
            voids[i] = (byte) 0xec;
        }

        assertThat(Fixture.video(directory, EBML, endless(SEGMENT), TRACKS, voids))
                .isEqualTo(Finding.UNREADABLE);
    }

    private Finding read(byte[] info, byte[] clusters) throws IOException {
        return Fixture.video(directory, EBML, segment(info, TRACKS, clusters));
    }

    private static byte[] segment(byte[]... parts) {
        return element(SEGMENT, parts);
    }

    private static byte[] tracks(byte[] more) {
        byte[] sides = element("e0", element("b0", u16(720)), element("ba", u16(1280)));
        byte[] sound = element("ae", element("d7", hex("02")), element("83", hex("02")));
        byte[] pictures = element(
                "ae", element("d7", hex("01")), element("83", hex("01")), element("86", text("V_VP9")), sides, more);
        return element("1654ae6b", sound, pictures);
    }

    private static byte[] cluster(int start, int frames, double rate) {
        return element(CLUSTER, frames(start, frames, rate));
    }

    private static byte[] frames(int start, int frames, double rate) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(element("e7", u32(start)));
        for (int i = 0; i < frames; i++) {
            all.writeBytes(element("a3", block(1, (int) Math.round(i * 1000 / rate), 0), new byte[3]));
        }
        return all.toByteArray();
    }

    /** One whose data begins with 1: a laced one then holds two frames. */
    private static byte[] block(int track, int time, int flags) {
        return concat(new byte[] {(byte) (0x80 | track)}, u16(time), new byte[] {(byte) flags, 1});
    }
}
