package io.postbreeze.testkit;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real 12-second 1080×1920 H.264 and AAC video, made once by {@code dev/samples/make-samples.sh}. */
public final class SampleVideo {
    /** Length of the video. */
    public static final int DURATION_SECONDS = 12;

    private static final String RESOURCE = "sample.mp4";
    private static final long LARGEST_SHORT_BOX = 0xFFFF_FFFFL;
    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 16;

    private SampleVideo() {}

    /** The file as it is, about half a megabyte. */
    public static byte[] bytes() {
        try (InputStream sample = SampleVideo.class.getResourceAsStream(RESOURCE)) {
            if (sample == null) {
                throw new IllegalStateException("Not on the class path: " + RESOURCE);
            }
            return sample.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a valid MP4 of exactly {@code sizeBytes} to {@code file}: the sample and a {@code free} box. No two places
     * in the padding look alike, so that a chunk that is lost, doubled or misplaced changes the file's hash.
     *
     * @throws IllegalArgumentException when the size is not the sample's and leaves no room for a box's header
     */
    public static Path paddedTo(long sizeBytes, Path file) {
        byte[] sample = bytes();
        long box = sizeBytes - sample.length;
        if (box != 0 && box < SHORT_HEADER) {
            throw new IllegalArgumentException("No MP4 of " + sizeBytes + " bytes from " + sample.length + " bytes");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(sample);
            if (box != 0) {
                writeFreeBox(out, box);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeFreeBox(OutputStream out, long size) throws IOException {
        boolean large = size > LARGEST_SHORT_BOX;
        int headerSize = large ? LONG_HEADER : SHORT_HEADER;
        ByteBuffer header = ByteBuffer.allocate(headerSize);
        header.putInt(large ? 1 : (int) size).put("free".getBytes(StandardCharsets.US_ASCII));
        if (large) {
            header.putLong(size);
        }
        out.write(header.array());
        writePadding(out, size - headerSize);
    }

    private static void writePadding(OutputStream out, long size) throws IOException {
        ByteBuffer word = ByteBuffer.allocate(Long.BYTES);
        for (long position = 0; position < size; position += Long.BYTES) {
            word.putLong(0, mix(position));
            out.write(word.array(), 0, (int) Math.min(Long.BYTES, size - position));
        }
    }

    /** SplitMix64's finaliser: a different, patternless word for every position. */
    private static long mix(long position) {
        long z = position + 0x9E37_79B9_7F4A_7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
