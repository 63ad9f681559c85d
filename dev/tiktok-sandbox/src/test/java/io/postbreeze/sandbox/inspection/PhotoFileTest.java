package io.postbreeze.sandbox.inspection;

import static io.postbreeze.sandbox.inspection.Fixture.chunk;
import static io.postbreeze.sandbox.inspection.Fixture.concat;
import static io.postbreeze.sandbox.inspection.Fixture.hex;
import static io.postbreeze.sandbox.inspection.Fixture.text;
import static io.postbreeze.sandbox.inspection.Fixture.u16;
import static io.postbreeze.sandbox.inspection.Fixture.webp;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoFileTest {
    private static final byte[] SOI = hex("ffd8");
    private static final byte[] EOI = hex("ffd9");
    private static final byte[] APP1 = concat(hex("ffe1"), u16(12), text("Exif"), hex("ffd9 ffc0 0000"));
    private static final byte[] TABLE = concat(hex("ffc4"), u16(8), u16(1, 1, 1));
    private static final byte[] SCAN = concat(hex("ffda"), u16(4, 0), hex("11ff00 22ffd0 33ffd7 44"));
    private static final byte[] LOSSY = chunk("VP8 ", hex("300100 9d012a"), hex("3804 8007"), new byte[9]);
    private static final byte[] LOSSLESS = chunk("VP8L", hex("2f 37c4df 11"), new byte[9]);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"c0", "c1", "c2", "c3", "c9", "cf"})
    void aJpegsSidesAreThoseOfItsFrameOfWhateverCoding(String sof) throws IOException {
        assertThat(jpeg(SOI, APP1, TABLE, frame(sof), SCAN, EOI)).isEqualTo(photo("jpeg"));
    }

    @Test
    void aJpegMayHaveManyScansAndFillAndATail() throws IOException {
        assertThat(jpeg(SOI, frame("c2"), SCAN, TABLE, SCAN, hex("ffffff"), TABLE, SCAN, hex("ff"), EOI, new byte[99]))
                .isEqualTo(photo("jpeg"));
    }

    @Test
    void aJpegWithoutAFrameOrAScanOrAnEndIsNone() throws IOException {
        assertThat(jpeg(SOI, TABLE, SCAN, EOI)).isEqualTo(Finding.UNREADABLE);
        assertThat(jpeg(SOI, frame("c0"), EOI)).isEqualTo(Finding.UNREADABLE);
        assertThat(jpeg(SOI, frame("c0"), SCAN)).isEqualTo(Finding.UNREADABLE);
        assertThat(jpeg(SOI, SCAN, frame("c0"), EOI)).isEqualTo(Finding.UNREADABLE);
        assertThat(jpeg(SOI)).isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void aJpegThatLiesIsNone() throws IOException {
        byte[] noSides = concat(hex("ffc0"), u16(11), hex("08"), u16(0, 0), hex("01 011100"));
        byte[] noLength = hex("ffe0 0001");
        byte[] beyondTheEnd = hex("ffe0 ffff");

        assertThat(jpeg(SOI, noSides, SCAN, EOI)).isEqualTo(Finding.UNREADABLE);
        assertThat(jpeg(SOI, noLength, frame("c0"), SCAN, EOI)).isEqualTo(Finding.UNREADABLE);
        assertThat(jpeg(SOI, beyondTheEnd, frame("c0"), SCAN, EOI)).isEqualTo(Finding.UNREADABLE);
        assertThat(jpeg(SOI, hex("00"), frame("c0"), SCAN, EOI)).isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void aJpegOfGigabytesIsNotLookedThrough() throws IOException {
        Path file = directory.resolve("large");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.write(concat(SOI, frame("c0"), SCAN));
            large.setLength(4L << 30);
        }

        assertThat(MediaReader.photo(file)).isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void aWebPsSidesAreThoseOfItsPicture() throws IOException {
        assertThat(read(webp(LOSSY))).isEqualTo(photo("webp"));
        assertThat(read(webp(LOSSLESS))).isEqualTo(photo("webp"));
        assertThat(read(concat(webp(LOSSY), new byte[7]))).isEqualTo(photo("webp"));
    }

    @Test
    void anExtendedWebPsSidesAreThoseOfItsCanvas() throws IOException {
        byte[] canvas = chunk("VP8X", hex("10000000 bf1200 0f2700"));
        Finding finding = new Finding(true, "webp", 0, 4800, 10_000, 0);

        assertThat(read(webp(canvas, chunk("ICCP", new byte[3]), LOSSY))).isEqualTo(finding);
        assertThat(read(webp(canvas, chunk("ANMF", new byte[16], LOSSY)))).isEqualTo(finding);
        assertThat(read(webp(canvas))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(webp(LOSSY, canvas))).isEqualTo(Finding.UNREADABLE);
    }

    @Test
    void aWebPThatWasCutOffOrLiesIsNone() throws IOException {
        byte[] whole = webp(LOSSY);

        assertThat(read(Arrays.copyOf(whole, whole.length - 1))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(webp(Arrays.copyOf(LOSSY, LOSSY.length - 2)))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(webp(chunk("VP8 ", hex("310100 9d012a 3804 8007"))))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(webp(chunk("VP8 ", hex("300100 000000 3804 8007"))))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(webp(chunk("VP8L", hex("00 37c4df 11"))))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(webp(chunk("VP8L", hex("2f"))))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(webp(chunk("ANMF", new byte[16], LOSSY)))).isEqualTo(Finding.UNREADABLE);
        assertThat(read(webp())).isEqualTo(Finding.UNREADABLE);
    }

    private static byte[] frame(String sof) {
        return concat(hex("ff" + sof), u16(11), hex("08"), u16(1920, 1080), hex("01 011100"));
    }

    private static Finding photo(String codec) {
        return new Finding(true, codec, 0, 1080, 1920, 0);
    }

    private Finding jpeg(byte[]... parts) throws IOException {
        return Fixture.photo(directory, parts);
    }

    private Finding read(byte[] webp) throws IOException {
        return Fixture.photo(directory, webp);
    }
}
