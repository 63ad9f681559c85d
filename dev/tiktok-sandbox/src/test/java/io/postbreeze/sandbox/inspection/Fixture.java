package io.postbreeze.sandbox.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** Media by the byte, and the real files that {@code dev/samples/make-sandbox-samples.sh} made. */
final class Fixture {
    static final List<String> VIDEOS = List.of(
            "h264.mp4",
            "h264.mov",
            "fragmented.mp4",
            "fragmented-after-index.mp4",
            "hevc.mp4",
            "vp9.mp4",
            "vp8.webm",
            "vp9.webm",
            "live.webm",
            "turned.mp4",
            "trimmed.mp4",
            "av1.webm",
            "rate-60.02.webm");
    static final List<String> PHOTOS = List.of("photo.jpg", "lossy.webp", "lossless.webp", "extended.webp");

    private Fixture() {}

    static byte[] sample(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("No sample " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Finding video(Path directory, byte[]... parts) throws IOException {
        return MediaReader.video(Files.write(directory.resolve("video"), concat(parts)));
    }

    static Finding photo(Path directory, byte[]... parts) throws IOException {
        return MediaReader.photo(Files.write(directory.resolve("photo"), concat(parts)));
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] u16(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    static byte[] u32(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        for (long value : values) {
            buffer.putInt((int) value);
        }
        return buffer.array();
    }

    static byte[] u64(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    /** An MP4 box. */
    static byte[] box(String type, byte[]... parts) {
        byte[] body = concat(parts);
        return concat(u32(body.length + 8), text(type), body);
    }

    /** An MP4 box with its size in eight bytes. */
    static byte[] longBox(String type, byte[]... parts) {
        byte[] body = concat(parts);
        return concat(u32(1), text(type), u64(body.length + 16), body);
    }

    /** An EBML element with its size in eight bytes. */
    static byte[] element(String id, byte[]... parts) {
        byte[] body = concat(parts);
        return concat(hex(id), u64(body.length | 0x0100_0000_0000_0000L), body);
    }

    /** The header of an EBML element without a size. */
    static byte[] endless(String id) {
        return concat(hex(id), hex("01ffffffffffffff"));
    }

    /** A chunk of a WebP. */
    static byte[] chunk(String type, byte[]... parts) {
        byte[] body = concat(parts);
        byte[] padding = new byte[body.length & 1];
        return concat(text(type), littleEndian(body.length), body, padding);
    }

    static byte[] webp(byte[]... chunks) {
        byte[] body = concat(chunks);
        return concat(text("RIFF"), littleEndian(body.length + 4), text("WEBP"), body);
    }

    static byte[] littleEndian(int value) {
        return u32(Integer.toUnsignedLong(Integer.reverseBytes(value)));
    }
}
