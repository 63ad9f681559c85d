package io.postbreeze.media.video;

import io.postbreeze.media.inspection.RangeReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of ours as the parsers read it. */
record LocalFile(Path path) implements RangeReader {
    @Override
    public long size() {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] read(long offset, int length) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] part = new byte[length];
            file.seek(offset);
            file.readFully(part);
            return part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
