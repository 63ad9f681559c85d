package io.postbreeze.media.inspection;

import static io.postbreeze.media.inspection.Boxes.box;
import static io.postbreeze.media.inspection.Boxes.clock;
import static io.postbreeze.media.inspection.Boxes.ftyp;
import static io.postbreeze.media.inspection.Boxes.header;
import static io.postbreeze.media.inspection.Boxes.int32;
import static io.postbreeze.media.inspection.Boxes.join;
import static io.postbreeze.media.inspection.Boxes.moov;
import static io.postbreeze.media.inspection.Boxes.text;
import static io.postbreeze.media.inspection.Boxes.track;
import static io.postbreeze.media.inspection.Boxes.wide;
import static io.postbreeze.media.inspection.Boxes.zeros;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** Files by name: real ones of ffmpeg, and others made byte by byte of what people and attackers send. */
final class Corpus {
    private static final List<String> SAMPLES = List.of(
            "moov-last.mp4",
            "fragmented.mp4",
            "fragmented-after-index.mp4",
            "quicktime.mov",
            "rotated.mp4",
            "hevc.mp4",
            "ntsc.mp4",
            "vp9.webm",
            "vp8.webm",
            "live.webm",
            "h264.mkv",
            "sound-only.m4a",
            "video.avi",
            "photo.jpg",
            "photo.png",
            "photo.gif",
            "lossy.webp",
            "lossless.webp");
    private static final byte[] MDAT = box("mdat", zeros(100));
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int MOST_FOR_MUTANTS = 40_000;
    private static final int SCALE = 100_000;

    private final Map<String, VirtualFile> files = new LinkedHashMap<>();

    private Corpus() {}

    static Map<String, VirtualFile> all() {
        Corpus corpus = new Corpus();
        SAMPLES.forEach(name -> corpus.add(name, VirtualFile.sample(name)));
        corpus.limits();
        corpus.structures();
        corpus.lies();
        corpus.pictures();
        corpus.pretenders();
        return corpus.files;
    }

    /** Those that are small enough to be changed and looked at a thousand times. */
    static List<byte[]> small() {
        return all().values().stream()
                .filter(file -> file.size() > 0 && file.size() < MOST_FOR_MUTANTS)
                .map(file -> file.read(0, (int) file.size()))
                .toList();
    }

    private void add(String name, byte[]... parts) {
        files.put(name, VirtualFile.of(join(parts)));
    }

    /** A video of that many milliseconds and pictures, at most one of its numbers out of range. */
    private void video(String name, int width, int height, long millis, double fps) {
        long ticks = millis * (SCALE / 1000);
        add(name, ftyp(), moov(width, height, SCALE, ticks, Math.round(millis * fps / 1000)), MDAT);
    }

    private void limits() {
        video("2.9 s", 1080, 1920, 2_900, 30);
        video("3 s", 1080, 1920, 3_000, 30);
        video("600 s", 1080, 1920, 600_000, 30);
        video("601 s", 1080, 1920, 601_000, 30);
        video("22.9 fps", 1080, 1920, 100_000, 22.9);
        video("23.9 fps", 1080, 1920, 100_000, 23.9);
        video("60 fps", 1080, 1920, 100_000, 60);
        video("60.06 fps", 1080, 1920, 100_000, 60.06);
        video("359 wide", 359, 640, 10_000, 30);
        video("4096 high", 360, 4096, 10_000, 30);
        video("4097 high", 360, 4097, 10_000, 30);
        byte[] start = join(ftyp(), moov(1080, 1920, SCALE, 10L * SCALE, 300));
        long tooLarge = (500L << 20) + 1;
        files.put(
                "500 MB and a byte",
                VirtualFile.sized(tooLarge).with(0, start).with(start.length, header(tooLarge - start.length, "mdat")));
        files.put(
                "photo of 20 MB and a byte", VirtualFile.sized((20L << 20) + 1).with(0, png(1080, 1920)));
    }

    private void structures() {
        byte[] usual = moov(1080, 1920, SCALE, 10L * SCALE, 300);
        byte[] inside = Arrays.copyOfRange(usual, 8, usual.length);
        byte[] first = VirtualFile.sample("quicktime.mov");
        add("index first", ftyp(), usual, MDAT);
        add("index last", ftyp(), MDAT, usual);
        add("64-bit index", ftyp(), wide(16L + inside.length, "moov", inside), MDAT);
        add("64-bit pictures", ftyp(), usual, wide(116, "mdat", zeros(100)));
        add("size to the end", ftyp(), usual, header(0, "mdat", zeros(100)));
        add("free space everywhere", box("free"), ftyp(), box("skip", zeros(99)), usual, box("wide"), MDAT);
        add("no type box", usual, MDAT);
        add("edit list", ftyp(), box("moov", clock("mvhd", SCALE, 9L * SCALE, 76), edited()), MDAT);
        add("two pictures tracks", ftyp(), box("moov", inside, track(640, 360, SCALE, SCALE, 25)), MDAT);
        add("unknown boxes", ftyp(), box("zzzz", zeros(5)), usual, MDAT, box("uuid", zeros(40)));
        add("zeros at the end", first, zeros(4_000));
        add("cut in the middle", Arrays.copyOf(first, first.length / 2));
        add("cut by one byte", Arrays.copyOf(first, first.length - 1));
        add("webm cut", Arrays.copyOf(VirtualFile.sample("vp9.webm"), 2_500));
    }

    private static byte[] edited() {
        byte[] track = track(1080, 1920, SCALE, 10L * SCALE, 300);
        byte[] list = box("edts", box("elst", zeros(4), int32(1), int32(9L * SCALE), int32(SCALE), int32(0x10000)));
        return box("trak", list, Arrays.copyOfRange(track, 8, track.length));
    }

    private void lies() {
        byte[] usual = moov(1080, 1920, SCALE, 10L * SCALE, 300);
        add("index that says it is longer", ftyp(), MDAT, header(usual.length + 50L, "moov", zeros(100)));
        add("box of seven bytes", ftyp(), header(7, "moov"), MDAT);
        add("64-bit size of 2^63", ftyp(), wide(Long.MIN_VALUE, "mdat"), usual);
        add("box in itself", ftyp(), nested(5_000), MDAT);
        add("four thousand million pictures", ftyp(), moov(1080, 1920, SCALE, 10L * SCALE, 0xffff_ffffL), MDAT);
        add("thirty thousand boxes", ftyp(), many(30_000), usual, MDAT);
        add("no width", ftyp(), moov(0, 1920, SCALE, 10L * SCALE, 300), MDAT);
        add("no time scale", ftyp(), moov(1080, 1920, 0, 10L * SCALE, 300), MDAT);
        add("a hundred years", ftyp(), moov(1080, 1920, 1, 3_155_760_000L, 300), MDAT);
    }

    private static byte[] nested(int depth) {
        byte[] nested = {};
        for (int i = 0; i < depth; i++) {
            nested = header(8L + nested.length, "moov", nested);
        }
        return nested;
    }

    private static byte[] many(int count) {
        byte[][] boxes = new byte[count][];
        Arrays.fill(boxes, box("free"));
        return join(boxes);
    }

    private void pictures() {
        byte[] jpeg = VirtualFile.sample("photo.jpg");
        for (int orientation = 1; orientation <= 8; orientation++) {
            add("camera held " + orientation, held(jpeg, orientation));
        }
        add("camera held 9", held(jpeg, 9));
        add("EXIF that points outside", exif(jpeg, int32(0x7fff_ffffL)));
        add("EXIF of one byte", segment(jpeg, 0xE1, new byte[] {'E'}));
        add("progressive JPEG", frame(0xC2, 3));
        add("CMYK JPEG", frame(0xC0, 4));
        add("JPEG of 65,535 by 65,535", bigFrame());
        add("16-bit PNG", SIGNATURE, chunk("IHDR", int32(1080), int32(1920), new byte[] {16, 2, 0, 0, 0}), idat());
        add("PNG of 20,000 by 20,000", png(20_000, 20_000));
        add("PNG of 2^31 by 1", png(1 << 31, 1));
        add("PNG without pixels", png(0, 1920));
        add("animated PNG", SIGNATURE, ihdr(1080, 1920), chunk("acTL", int32(2), int32(0)), idat());
        add("animated WebP", extendedWebp(0x02));
        add("still extended WebP", extendedWebp(0));
        add("WebP that says it is longer", text("RIFF"), new byte[] {0, 0, 1, 0}, text("WEBPVP8 "), zeros(30));
    }

    private static byte[] held(byte[] jpeg, int orientation) {
        return exif(
                jpeg,
                join(
                        int32(8),
                        new byte[] {0, 1, 1, 0x12, 0, 3},
                        int32(1),
                        new byte[] {0, (byte) orientation, 0, 0},
                        int32(0)));
    }

    private static byte[] exif(byte[] jpeg, byte[] rest) {
        return segment(jpeg, 0xE1, join(text("Exif"), zeros(2), text("MM"), new byte[] {0, 42}, rest));
    }

    private static byte[] segment(byte[] jpeg, int marker, byte[] content) {
        int length = content.length + 2;
        byte[] head = {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length};
        return join(Arrays.copyOf(jpeg, 2), head, content, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] frame(int marker, int components) {
        return join(
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) marker, 0, 17, 8, 7, (byte) 0x80, 4, 0x38},
                new byte[] {(byte) components},
                zeros(20));
    }

    private static byte[] bigFrame() {
        byte[] frame = frame(0xC0, 3);
        Arrays.fill(frame, 7, 11, (byte) 0xFF);
        return frame;
    }

    private static byte[] png(int width, int height) {
        return join(SIGNATURE, ihdr(width, height), idat());
    }

    private static byte[] ihdr(int width, int height) {
        return chunk("IHDR", int32(width), int32(height), new byte[] {8, 2, 0, 0, 0});
    }

    private static byte[] idat() {
        return join(chunk("IDAT", zeros(50)), chunk("IEND"));
    }

    private static byte[] chunk(String type, byte[]... content) {
        byte[] body = join(content);
        CRC32 sum = new CRC32();
        sum.update(join(text(type), body));
        return join(int32(body.length), text(type), body, int32(sum.getValue()));
    }

    private static byte[] extendedWebp(int flags) {
        byte[] size = {0x37, 4, 0, 0x7f, 7, 0};
        byte[] extended = join(text("WEBPVP8X"), new byte[] {10, 0, 0, 0, (byte) flags, 0, 0, 0}, size);
        return join(text("RIFF"), new byte[] {(byte) extended.length, 0, 0, 0}, extended);
    }

    private void pretenders() {
        add("zip named mp4", text("PK\3\4"), zeros(400));
        add("web page named jpg", text("\n<!DOCTYPE html><html><head><title>Sign in</title>"));
        add("PDF", text("%PDF-1.7"), zeros(50));
        add("program", text("MZ"), zeros(300));
        add("HEIC", box("ftyp", text("heic"), zeros(8)), MDAT);
        add("AVIF", box("ftyp", text("avif"), zeros(8)), MDAT);
        add("nothing");
        add("one byte", new byte[1]);
        add("zeros", zeros(10_000));
        add("text", text("just a note"));
        add("endless Matroska header", int32(0x1A45DFA3), zeros(50));
    }
}
