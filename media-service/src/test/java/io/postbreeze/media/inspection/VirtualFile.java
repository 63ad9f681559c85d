package io.postbreeze.media.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A file of any size in little memory: pieces at offsets and zeros between. Counts what is read. */
final class VirtualFile implements RangeReader {
    private final long size;
    private final NavigableMap<Long, byte[]> pieces = new TreeMap<>();
    long bytesRead;
    int reads;

    private VirtualFile(long size) {
        this.size = size;
    }

    static VirtualFile of(byte[] content) {
        return sized(content.length).with(0, content);
    }

    static VirtualFile sized(long size) {
        return new VirtualFile(size);
    }

    static byte[] sample(String name) {
        try (InputStream sample = VirtualFile.class.getResourceAsStream("/samples/" + name)) {
            return sample.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    VirtualFile with(long offset, byte[] content) {
        pieces.put(offset, content);
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] read(long offset, int length) {
        if (offset < 0 || length < 1 || offset + length > size) {
            throw new AssertionError("Read outside the file: " + offset + "+" + length);
        }
        reads++;
        bytesRead += length;
        byte[] result = new byte[length];
        pieces.forEach((at, piece) -> copy(piece, at - offset, result));
        return result;
    }

    private static void copy(byte[] piece, long to, byte[] result) {
        int from = (int) Math.max(0, -to);
        int at = (int) Math.min(Math.max(0, to), result.length);
        int length = Math.min(piece.length - from, result.length - at);
        if (from < piece.length && length > 0) {
            System.arraycopy(piece, from, result, at, length);
        }
    }
}
