package io.postbreeze.sandbox.inspection;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads what a received file says of itself, without decoding a picture. No content, however broken, makes it throw,
 * and it needs little memory and seconds at most for a file of any size. It blocks: call it off the event loop.
 */
public final class MediaReader {
    private MediaReader() {}

    /**
     * A file sent as a video: MP4, MOV or WebM; everything else is unreadable.
     *
     * @throws IOException when the disk cannot be read
     */
    public static Finding video(Path file) throws IOException {
        return read(file, VideoFile::read);
    }

    /**
     * A file sent as a photo: JPEG or WebP, whatever its name; everything else is unreadable.
     *
     * @throws IOException when the disk cannot be read
     */
    public static Finding photo(Path file) throws IOException {
        return read(file, PhotoFile::read);
    }

    private static Finding read(Path file, Format format) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return format.read(new FileBytes(channel));
        } catch (Malformed | ArithmeticException e) {
            // Sums of hostile numbers overflow exactly, so that they end here and not as a plausible length.
            return Finding.UNREADABLE;
        }
    }

    /** A way to read a file. */
    private interface Format {
        Finding read(FileBytes file) throws IOException;
    }
}
