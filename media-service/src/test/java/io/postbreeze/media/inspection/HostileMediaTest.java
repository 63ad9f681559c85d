package io.postbreeze.media.inspection;

import static io.postbreeze.media.inspection.Boxes.box;
import static io.postbreeze.media.inspection.Boxes.clock;
import static io.postbreeze.media.inspection.Boxes.ftyp;
import static io.postbreeze.media.inspection.Boxes.header;
import static io.postbreeze.media.inspection.Boxes.int32;
import static io.postbreeze.media.inspection.Boxes.join;
import static io.postbreeze.media.inspection.Boxes.moov;
import static io.postbreeze.media.inspection.Boxes.text;
import static io.postbreeze.media.inspection.Boxes.wide;
import static io.postbreeze.media.inspection.Boxes.zeros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileMediaTest {
    private static final int MUTANTS = 200_000;
    private static final byte[] MDAT = box("mdat", zeros(100));

    static Stream<Arguments> useless() {
        byte[] mp4 = VirtualFile.sample("moov-last.mp4");
        return Stream.of(
                wrong("no bytes", RejectionCode.MEDIA_EMPTY, new byte[0]),
                wrong("one byte", RejectionCode.MEDIA_NOT_RECOGNISED, new byte[1]),
                wrong("a web page", RejectionCode.MEDIA_NOT_RECOGNISED, text("<!DOCTYPE html><html><body>Sign in")),
                wrong("a zip", RejectionCode.MEDIA_NOT_RECOGNISED, join(text("PK\3\4"), zeros(400))),
                wrong("a pdf", RejectionCode.MEDIA_NOT_RECOGNISED, text("%PDF-1.7 and so on")),
                wrong("a program", RejectionCode.MEDIA_NOT_RECOGNISED, join(text("MZ"), zeros(400))),
                wrong("text", RejectionCode.MEDIA_NOT_RECOGNISED, text("just a note")),
                wrong("zeros", RejectionCode.MEDIA_NOT_RECOGNISED, zeros(10_000)),
                wrong("an avi", RejectionCode.MEDIA_FORMAT_UNSUPPORTED, VirtualFile.sample("video.avi")),
                wrong("a heic", RejectionCode.MEDIA_FORMAT_UNSUPPORTED, box("ftyp", text("heic"), zeros(8))),
                wrong("sound only", RejectionCode.MEDIA_NO_VIDEO, VirtualFile.sample("sound-only.m4a")),
                wrong("cut in the pictures", RejectionCode.MEDIA_DAMAGED, Arrays.copyOf(mp4, mp4.length / 4)),
                wrong("cut in the index", RejectionCode.MEDIA_DAMAGED, Arrays.copyOf(mp4, mp4.length - 100)),
                wrong("cut webm", RejectionCode.MEDIA_DAMAGED, Arrays.copyOf(VirtualFile.sample("vp9.webm"), 3_000)),
                wrong("cut jpeg", RejectionCode.MEDIA_DAMAGED, Arrays.copyOf(VirtualFile.sample("photo.jpg"), 60)),
                wrong("cut png", RejectionCode.MEDIA_DAMAGED, Arrays.copyOf(VirtualFile.sample("photo.png"), 20)),
                wrong("cut webp", RejectionCode.MEDIA_DAMAGED, Arrays.copyOf(VirtualFile.sample("lossy.webp"), 300)),
                wrong("only a type", RejectionCode.MEDIA_DAMAGED, join(ftyp(), zeros(4))),
                wrong("pictures without index", RejectionCode.MEDIA_DAMAGED, join(ftyp(), MDAT)),
                wrong("index without pictures", RejectionCode.MEDIA_DAMAGED, join(ftyp(), moov(720, 1280, 1, 9, 9))),
                wrong(
                        "two indexes",
                        RejectionCode.MEDIA_DAMAGED,
                        join(ftyp(), moov(9, 9, 1, 9, 9), moov(9, 9, 1, 9, 9))),
                wrong("no picture size", RejectionCode.MEDIA_DAMAGED, join(ftyp(), moov(0, 1280, 1, 9, 9), MDAT)),
                wrong("no time scale", RejectionCode.MEDIA_DAMAGED, join(ftyp(), moov(720, 1280, 0, 9, 9), MDAT)),
                wrong(
                        "136 years",
                        RejectionCode.MEDIA_DAMAGED,
                        join(ftyp(), moov(720, 1280, 1, 0xfffffffeL, 9), MDAT)));
    }

    static Stream<Arguments> lies() {
        byte[] hugeTable = box("moov", clock("mvhd", 600, 6_000, 76), liar());
        return Stream.of(
                wrong("tiny size", RejectionCode.MEDIA_DAMAGED, join(ftyp(), header(4, "moov", zeros(100)))),
                wrong("negative 64-bit size", RejectionCode.MEDIA_DAMAGED, join(ftyp(), wide(-1, "mdat", zeros(100)))),
                wrong("tiny 64-bit size", RejectionCode.MEDIA_DAMAGED, join(ftyp(), wide(15, "mdat", zeros(100)))),
                wrong("largest 64-bit size", RejectionCode.MEDIA_DAMAGED, join(ftyp(), wide(Long.MAX_VALUE, "mdat"))),
                wrong("2 GB in 32 bits", RejectionCode.MEDIA_DAMAGED, join(ftyp(), header(1L << 31, "mdat"))),
                wrong("header at the end", RejectionCode.MEDIA_DAMAGED, join(ftyp(), int32(1), text("mdat"))),
                wrong(
                        "child larger than its box",
                        RejectionCode.MEDIA_DAMAGED,
                        join(ftyp(), box("moov", header(999, "trak")), MDAT)),
                wrong("too many pictures for the table", RejectionCode.MEDIA_DAMAGED, join(ftyp(), hugeTable, MDAT)),
                wrong("too many boxes", RejectionCode.MEDIA_TOO_COMPLEX, join(ftyp(), manyBoxes(30_000))),
                wrong("endless header", RejectionCode.MEDIA_DAMAGED, join(int32(0x1A45DFA3), zeros(50))),
                wrong("element larger than the file", RejectionCode.MEDIA_DAMAGED, join(int32(0x1A45DFA3), new byte[] {
                    0x10, 9, 9, 9, 9
                })),
                wrong("webm without content", RejectionCode.MEDIA_DAMAGED, join(int32(0x1A45DFA3), new byte[] {
                    (byte) 0x80, (byte) 0xEC, (byte) 0x81, 0
                })));
    }

    private static Arguments wrong(String name, RejectionCode code, byte[] file) {
        return Arguments.of(name, code, file);
    }

    private static byte[] liar() {
        byte[] sizes = box("stsz", zeros(8), int32(0xffff_ffffL));
        byte[] description = box("stsd", zeros(4), int32(1), box("avc1", zeros(78)));
        byte[] handler = box("hdlr", zeros(8), text("vide"));
        return box("trak", box("mdia", handler, box("minf", box("stbl", description, sizes))));
    }

    private static byte[] manyBoxes(int count) {
        byte[][] boxes = new byte[count][];
        Arrays.fill(boxes, box("free"));
        return join(boxes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"useless", "lies"})
    void uselessFilesAreRejectedWithAReason(String name, RejectionCode code, byte[] file) {
        Verdict verdict = MediaInspector.inspect(VirtualFile.of(file)).verdict();

        assertThat(verdict).isInstanceOfSatisfying(Rejection.class, rejection -> {
            assertThat(rejection.code()).isEqualTo(code);
            assertThat(rejection.message()).isNotBlank();
        });
    }

    @Test
    void theReasonSaysWhatWasFound() {
        byte[] page = text("\n  <html><head><title>Google Drive - Quota exceeded</title>");

        Verdict verdict = MediaInspector.inspect(VirtualFile.of(page)).verdict();

        assertThat(((Rejection) verdict).message()).contains("web page").contains("MP4");
    }

    @Test
    void anIndexOverThirtyTwoMegabytesIsNotFollowed() {
        VirtualFile file =
                VirtualFile.sized(200L << 20).with(0, join(ftyp(), header(40L << 20, "moov", clock("mvhd", 1, 1, 76))));

        Verdict verdict = MediaInspector.inspect(file).verdict();

        assertThat(((Rejection) verdict).code()).isEqualTo(RejectionCode.MEDIA_TOO_COMPLEX);
        assertThat(file.bytesRead).isLessThan(64_000);
    }

    /** Whatever bytes come, a verdict comes out, within the limits of reading. */
    @Test
    void mutatedFilesAlwaysEndInAVerdict() {
        Random random = new Random(20_261_123);
        List<byte[]> originals = Corpus.small();
        for (int i = 0; i < MUTANTS; i++) {
            VirtualFile file = VirtualFile.of(mutate(originals.get(i % originals.size()), random));

            Verdict verdict = MediaInspector.inspect(file).verdict();

            if (verdict == null || file.bytesRead > ProbeBuffer.MOST_BYTES || file.reads > ProbeBuffer.MOST_READS) {
                fail("Mutant %d ends as %s after %d bytes in %d reads", i, verdict, file.bytesRead, file.reads);
            }
            if (verdict instanceof MediaFacts facts) {
                TikTokRules.check(facts, file.size());
            }
        }
    }

    private static byte[] mutate(byte[] original, Random random) {
        byte[] mutant =
                Arrays.copyOf(original, random.nextInt(4) == 0 ? 1 + random.nextInt(original.length) : original.length);
        for (int i = 1 + random.nextInt(12); i > 0; i--) {
            int at = random.nextInt(random.nextBoolean() ? mutant.length : Math.min(mutant.length, 1_024));
            mutant[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) 0xFF;
        }
        return mutant;
    }
}
