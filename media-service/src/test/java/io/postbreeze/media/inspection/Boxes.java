package io.postbreeze.media.inspection;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Builds ISO base media files by hand, lying where a test wants a lie. */
final class Boxes {
    private Boxes() {}

    static byte[] box(String type, byte[]... content) {
        byte[] body = join(content);
        return header(8L + body.length, type, body);
    }

    /** A box whose size field says whatever the test wants. */
    static byte[] header(long size, String type, byte[]... content) {
        return join(int32(size), type.getBytes(StandardCharsets.ISO_8859_1), join(content));
    }

    /** A box with a 64-bit size. */
    static byte[] wide(long size, String type, byte[]... content) {
        return join(int32(1), type.getBytes(StandardCharsets.ISO_8859_1), int64(size), join(content));
    }

    static byte[] int32(long value) {
        return ByteBuffer.allocate(4).putInt((int) value).array();
    }

    static byte[] int64(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    static byte[] zeros(int length) {
        return new byte[length];
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] ftyp() {
        return box("ftyp", text("isom"), int32(512), text("isomiso2avc1mp41"));
    }

    /** The index of a video with one H.264 track. */
    static byte[] moov(int width, int height, int timescale, long ticks, long pictures) {
        return box("moov", clock("mvhd", timescale, ticks, 76), track(width, height, timescale, ticks, pictures));
    }

    static byte[] track(int width, int height, int timescale, long ticks, long pictures) {
        byte[] sizes = box("stsz", zeros(4), int32(1), int32(pictures));
        byte[] table = box("stbl", description(width, height), sizes);
        byte[] handler = box("hdlr", zeros(8), text("vide"), zeros(13));
        byte[] media = box("mdia", clock("mdhd", timescale, ticks, 4), handler, box("minf", table));
        return box("trak", header84(), media);
    }

    static byte[] clock(String type, long timescale, long ticks, int rest) {
        return box(type, zeros(12), int32(timescale), int32(ticks), zeros(rest));
    }

    private static byte[] header84() {
        return box("tkhd", zeros(12), int32(1), zeros(24), int32(0x10000), zeros(40));
    }

    private static byte[] description(int width, int height) {
        byte[] size = int32(((long) width << 16) | height);
        return box("stsd", zeros(4), int32(1), box("avc1", zeros(24), size, zeros(50)));
    }
}
