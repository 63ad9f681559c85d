package io.postbreeze.sandbox.inspection;

import static io.postbreeze.sandbox.inspection.Fixture.box;
import static io.postbreeze.sandbox.inspection.Fixture.concat;
import static io.postbreeze.sandbox.inspection.Fixture.longBox;
import static io.postbreeze.sandbox.inspection.Fixture.text;
import static io.postbreeze.sandbox.inspection.Fixture.u16;
import static io.postbreeze.sandbox.inspection.Fixture.u32;
import static io.postbreeze.sandbox.inspection.Fixture.u64;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Mp4Test {
    private static final byte[] FTYP = box("ftyp", text("isom"), u32(512), text("isom"));
    private static final byte[] MVHD = box("mvhd", u32(0, 0, 0, 1000, 2000));
    private static final byte[] UPRIGHT = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
    private static final byte[] TKHD =
            box("tkhd", u32(0, 0, 0, 7, 0, 2000, 0, 0, 0, 0), UPRIGHT, u32(1080 << 16, 1920 << 16));
    private static final byte[] MDHD = box("mdhd", u32(0, 0, 0, 30_000, 60_000, 0));
    private static final byte[] VIDE = box("hdlr", u32(0, 0), text("vide"), u32(0, 0, 0));
    private static final byte[] TWO_SECONDS = box("stts", u32(0, 1, 60, 1000));
    private static final byte[] NO_SAMPLES = box("stts", u32(0, 0));
    private static final byte[] MDAT = box("mdat", new byte[100]);
    private static final Finding AS_BUILT = new Finding(true, "avc1", 2000, 1080, 1920, 30);

    @TempDir
    Path directory;

    @Test
    void theMovieMayStandBeforeOrAfterTheFrames() throws IOException {
        assertThat(read(FTYP, moov(trak(TKHD, MDHD, TWO_SECONDS)), MDAT)).isEqualTo(AS_BUILT);
        assertThat(read(FTYP, MDAT, moov(trak(TKHD, MDHD, TWO_SECONDS)))).isEqualTo(AS_BUILT);
    }

    @Test
    void aMovOfOldNeedsNoFileType() throws IOException {
        assertThat(read(box("wide"), MDAT, moov(trak(TKHD, MDHD, TWO_SECONDS)))).isEqualTo(AS_BUILT);
    }

    @Test
    void sizesAndTimesMayHaveEightBytes() throws IOException {
        byte[] tkhd = box(
                "tkhd", u32(0x0100_0000, 0, 0, 0, 0, 7, 0, 0, 2000, 0, 0, 0, 0), UPRIGHT, u32(1080 << 16, 1920 << 16));
        byte[] mdhd = box("mdhd", u32(0x0100_0000, 0, 0, 0, 0, 30_000, 0, 60_000, 0));
        byte[] mvhd = box("mvhd", u32(0x0100_0000, 0, 0, 0, 0, 1000, 0, 2000));
        byte[] moov = longBox("moov", mvhd, trak(tkhd, mdhd, TWO_SECONDS));

        assertThat(read(FTYP, longBox("mdat", new byte[100]), moov)).isEqualTo(AS_BUILT);
    }

    @Test
    void theLastBoxMayReachToTheEndOfTheFile() throws IOException {
        byte[] toTheEnd = concat(u32(0), text("mdat"), new byte[100]);

        assertThat(read(FTYP, moov(trak(TKHD, MDHD, TWO_SECONDS)), toTheEnd)).isEqualTo(AS_BUILT);
    }

    @Test
    void fiveGigabytesOfFramesAreSteppedOver() throws IOException {
        long frames = 5L << 30;
        Path file = directory.resolve("large");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.write(concat(FTYP, u32(1), text("mdat"), u64(frames)));
            large.seek(FTYP.length + frames);
            large.write(moov(trak(TKHD, MDHD, TWO_SECONDS)));
        }

        assertThat(MediaReader.video(file)).isEqualTo(AS_BUILT);
    }

    @Test
    void soundTracksBeforeThePicturesAreSteppedOver() throws IOException {
        byte[] sound = box("trak", TKHD, box("mdia", MDHD, box("hdlr", u32(0, 0), text("soun"), u32(0, 0, 0))));

        assertThat(read(FTYP, box("moov", MVHD, sound, trak(TKHD, MDHD, TWO_SECONDS))))
                .isEqualTo(AS_BUILT);
        assertThat(read(FTYP, box("moov", MVHD, sound))).isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void aQuarterTurnSwapsTheSides() throws IOException {
        byte[] turned = u32(0, 0x10000, 0, 0xffff_0000L, 0, 0, 0, 0, 0x40000000);
        byte[] tkhd = box("tkhd", u32(0, 0, 0, 7, 0, 2000, 0, 0, 0, 0), turned, u32(1080 << 16, 1920 << 16));

        assertThat(read(FTYP, moov(trak(tkhd, MDHD, TWO_SECONDS))))
                .isEqualTo(new Finding(true, "avc1", 2000, 1920, 1080, 30));
    }

    @Test
    void anEditListShortensWhatIsShownAndNotTheRate() throws IOException {
        byte[] edits = box("edts", box("elst", u32(0, 2, 500, 0xffff_ffffL, 0x10000, 1250, 0, 0x10000)));
        byte[] tooLong = box("edts", box("elst", u32(0, 1, 3000, 0, 0x10000)));
        byte[] wide = box("edts", box("elst", u32(0x0100_0000, 1, 0, 1250, 0, 0, 0x10000)));

        assertThat(read(FTYP, moov(trak(concat(TKHD, edits), MDHD, TWO_SECONDS))))
                .isEqualTo(new Finding(true, "avc1", 1250, 1080, 1920, 30));
        assertThat(read(FTYP, moov(trak(concat(TKHD, wide), MDHD, TWO_SECONDS))))
                .isEqualTo(new Finding(true, "avc1", 1250, 1080, 1920, 30));
        assertThat(read(FTYP, moov(trak(concat(TKHD, tooLong), MDHD, TWO_SECONDS))))
                .isEqualTo(AS_BUILT);
    }

    @Test
    void framesOfDifferentLengthsHaveAMeanRate() throws IOException {
        byte[] stts = box("stts", u32(0, 2, 60, 1000, 60, 500));

        assertThat(read(FTYP, moov(trak(TKHD, MDHD, stts)))).isEqualTo(new Finding(true, "avc1", 3000, 1080, 1920, 40));
    }

    @Test
    void aFragmentsFramesLastAsTheRunOrTheFragmentOrTheMovieSays() throws IOException {
        byte[] trex = box("mvex", box("trex", u32(0, 9, 1, 1, 0, 0)), box("trex", u32(0, 7, 1, 1000, 0, 0)));
        byte[] movie = box("moov", MVHD, trak(TKHD, MDHD, NO_SAMPLES), trex);
        byte[] byMovie = traf(u32(0x20000, 7), u32(0x205, 30, 1, 2), new byte[120]);
        byte[] byFragment = traf(concat(u32(0x3b, 7), u64(0), u32(1, 500, 0, 0)), u32(0, 30));
        byte[] byRun = traf(u32(0, 7), u32(0xb01, 2, 99, 10_000, 0, 0, 5_000, 0, 0));
        byte[] ofTheSound = traf(u32(0, 9), u32(0, 1_000_000));

        Finding finding =
                read(FTYP, movie, box("moof", byMovie, ofTheSound), MDAT, box("moof", byFragment, byRun), MDAT);

        assertThat(finding.durationMs()).isEqualTo(2000);
        assertThat(finding.framesPerSecond()).isEqualTo(31);
    }

    @Test
    void aMovieOfNoFramesIsNoVideo() throws IOException {
        assertThat(read(FTYP, moov(trak(TKHD, MDHD, NO_SAMPLES)))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(FTYP, moov(trak(TKHD, MDHD, box("stts", u32(0, 1, 60, 0))))))
                .isEqualTo(Finding.UNREADABLE);
        assertThat(read(FTYP, MDAT)).isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void numbersThatLieAreNoVideo() throws IOException {
        byte[] noClock = box("mdhd", u32(0, 0, 0, 0, 60_000, 0));
        byte[] longerThanItsBox = box("stts", u32(0, 0xffff_ffffL, 60, 1000));
        byte[] endless = box("stts", u32(0, 2, 0xffff_ffffL, 0xffff_ffffL, 0xffff_ffffL, 0xffff_ffffL));
        byte[] negative = concat(u32(1), text("mdat"), u64(-16));
        byte[] tooShort = concat(u32(4), text("mdat"));

        assertThat(read(FTYP, moov(trak(TKHD, noClock, TWO_SECONDS)))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(FTYP, moov(trak(TKHD, MDHD, longerThanItsBox)))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(FTYP, moov(trak(TKHD, MDHD, endless)))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(FTYP, moov(trak(TKHD, MDHD, TWO_SECONDS)), negative)).isEqualTo(Finding.UNREADABLE);
        assertThat(read(FTYP, moov(trak(TKHD, MDHD, TWO_SECONDS)), tooShort)).isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void aTableMadeToBeEndlessEnds() throws IOException {
        int entries = 3_000_000;

        assertThat(read(FTYP, moov(trak(TKHD, MDHD, box("stts", u32(0, entries), new byte[entries * 8])))))
                .isEqualTo(Finding.UNREADABLE);
    }

    private static byte[] moov(byte[] trak) {
        return box("moov", MVHD, trak);
    }

    private static byte[] trak(byte[] tkhd, byte[] mdhd, byte[] stts) {
        byte[] entry = box("avc1", new byte[24], u16(1080, 1920), new byte[50]);
        byte[] stbl = box("stbl", box("stsd", u32(0, 1), entry), stts);
        return box("trak", tkhd, box("mdia", mdhd, VIDE, box("minf", stbl)));
    }

    private static byte[] traf(byte[] tfhd, byte[]... trun) {
        return box("traf", box("tfhd", tfhd), box("trun", trun));
    }

    private Finding read(byte[]... boxes) throws IOException {
        return Fixture.video(directory, boxes);
    }
}
