package io.postbreeze.publisher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file on disk, or one of any size without a pattern, so that a chunk that is lost, doubled or misplaced changes its
 * hash.
 */
public record StoredFile(long size, Path path) {
    private static final int PIECE = 1 << 16;

    public byte[] bytes(long first, int length) {
        return path == null ? pattern(first, length) : read(first, length);
    }

    private byte[] read(long first, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel file = FileChannel.open(path)) {
            while (bytes.hasRemaining() && file.read(bytes, first + bytes.position()) >= 0) {
                // Until the range is read: a read may be short.
            }
            return bytes.array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pattern(long first, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            long position = first + i;
            bytes[i] = (byte) (mix(position >> 3) >>> ((position & 7) * 8));
        }
        return bytes;
    }

    public String sha256() {
        MessageDigest digest = newDigest();
        for (long position = 0; position < size; position += PIECE) {
            digest.update(bytes(position, (int) Math.min(PIECE, size - position)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long mix(long position) {
        long z = position + 0x9E37_79B9_7F4A_7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
