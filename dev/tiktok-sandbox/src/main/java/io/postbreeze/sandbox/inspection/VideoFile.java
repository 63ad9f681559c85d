package io.postbreeze.sandbox.inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Looks into a file without reading its pictures: box headers and the movie box of an MP4, the first bytes of a WebM.
 */
final class VideoFile {
    private static final int EBML = 0x1A45DFA3;
    private static final long MOST_MOOV = 16 << 20;
    private static final int MOST_BOXES = 10_000;

    private VideoFile() {}

    static Finding read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer start = read(channel, 0, (int) Math.min(64, channel.size()));
            if (start.remaining() < 12) {
                return Finding.UNREADABLE;
            }
            return start.getInt(0) == EBML ? webm(start) : mp4(channel);
        }
    }

    /** A WebM is told by its document type; its numbers are taken on trust. */
    private static Finding webm(ByteBuffer start) {
        String text = StandardCharsets.ISO_8859_1.decode(start).toString();
        return text.contains("webm") ? new Finding(true, "webm", 0, 0, 0, 0) : Finding.UNREADABLE;
    }

    private static Finding mp4(FileChannel channel) throws IOException {
        Finding found = Finding.UNREADABLE;
        long position = 0;
        for (int i = 0; i < MOST_BOXES && position < channel.size(); i++) {
            if (channel.size() - position < 8) {
                return Finding.UNREADABLE;
            }
            ByteBuffer header = read(channel, position, (int) Math.min(16, channel.size() - position));
            long size = header.getInt() & 0xffff_ffffL;
            String type = Boxes.type(header);
            int headerSize = size == 1 ? 16 : 8;
            size = size == 1 && header.remaining() >= 8
                    ? header.getLong()
                    : size == 0 ? channel.size() - position : size;
            if (size < headerSize || size > channel.size() - position || (i == 0 && !type.equals("ftyp"))) {
                return Finding.UNREADABLE;
            }
            if (type.equals("moov") && size <= MOST_MOOV) {
                found = Mp4.read(read(channel, position + headerSize, (int) size - headerSize));
            }
            position += size;
        }
        return found;
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, position + buffer.position());
            if (count < 0) {
                break;
            }
        }
        return buffer.flip();
    }
}
