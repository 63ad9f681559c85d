package io.postbreeze.media.video;

import io.postbreeze.media.store.MediaStore;
import io.postbreeze.media.store.StoredObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** A directory for one piece of work, gone with all that is in it when the work ends. */
record WorkDirectory(Path path) implements AutoCloseable {
    private static final Logger LOGGER = Logger.getLogger(WorkDirectory.class);
    private static final String PREFIX = "postbreeze-video-";
    private static final int PART = 4 << 20;

    static WorkDirectory in(Path parent) {
        try {
            return new WorkDirectory(Files.createTempDirectory(parent, PREFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Copies all of a stored object. */
    Path copy(MediaStore store, StoredObject object) {
        return copy(store, object, object.sizeBytes(), 0);
    }

    /**
     * Copies both ends of a stored object; what is between them reads as zeros and takes no space.
     *
     * @param head bytes of its beginning
     * @param tail bytes of its end
     */
    Path copy(MediaStore store, StoredObject object, long head, long tail) {
        Path copy = file("source");
        long size = object.sizeBytes();
        try (RandomAccessFile file = new RandomAccessFile(copy.toFile(), "rw")) {
            file.setLength(size);
            transfer(store, object, file, 0, Math.min(head, size));
            transfer(store, object, file, Math.max(head, size - tail), size);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void transfer(MediaStore store, StoredObject object, RandomAccessFile file, long from, long to)
            throws IOException {
        for (long at = from; at < to; at += PART) {
            file.seek(at);
            file.write(store.read(object, at, (int) Math.min(PART, to - at)));
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(path);
        } catch (IOException e) {
            LOGGER.warnf("%s is left behind: %s", path, e.toString());
        }
    }

    /** Removes what crashes have left behind, which is all that nobody has touched for so long. */
    static void sweep(Path parent, Instant now, Duration untouched) {
        try (Stream<Path> children = Files.list(parent)) {
            List<Path> old =
                    children.filter(path -> isOld(path, now.minus(untouched))).toList();
            old.forEach(path -> new WorkDirectory(path).close());
        } catch (IOException e) {
            LOGGER.warnf("%s could not be swept: %s", parent, e.toString());
        }
    }

    private static boolean isOld(Path path, Instant before) {
        try {
            return path.getFileName().toString().startsWith(PREFIX)
                    && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    && Files.getLastModifiedTime(path).toInstant().isBefore(before);
        } catch (IOException e) {
            return false;
        }
    }
}
