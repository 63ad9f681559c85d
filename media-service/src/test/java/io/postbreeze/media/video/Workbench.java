package io.postbreeze.media.video;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.postbreeze.media.store.MediaStore;
import io.postbreeze.media.store.MediaWriter;
import io.postbreeze.media.store.ObjectChangedException;
import io.postbreeze.media.store.SignedRequest;
import io.postbreeze.media.store.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A store in memory and the tools of this machine. Tests that need ffmpeg are skipped where there is none. */
final class Workbench implements MediaStore, MediaWriter {
    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    final Path directory;
    private long bytesRead;

    Workbench(Path directory) {
        this.directory = directory;
    }

    static byte[] sample(String name) {
        try (InputStream sample = Workbench.class.getResourceAsStream("/samples/" + name)) {
            return Objects.requireNonNull(sample, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    VideoTools tools() {
        VideoTools tools = tools(null);
        assumeTrue(tools.makesPosters(), tools.posters());
        return tools;
    }

    VideoTools tools(String ffmpeg) {
        return new VideoTools(config(ffmpeg), Clock.systemUTC());
    }

    VideoConfig config(String ffmpeg) {
        return config(ffmpeg, Duration.ofMinutes(2));
    }

    VideoConfig config(String ffmpeg, Duration repairTimeout) {
        return new Config(Optional.ofNullable(ffmpeg), directory, repairTimeout);
    }

    StoredObject put(String key, byte[] bytes) {
        objects.put(key, bytes);
        return new StoredObject(key, bytes.length, etag(bytes));
    }

    VideoJob job(JobKind kind, byte[] bytes) {
        return new VideoJob("ws_1", "med_1", kind, put("ws/ws_1/med_1/a.mp4", bytes), 1, "lease_1");
    }

    long bytesRead() {
        return bytesRead;
    }

    /** What temporary work has left behind. */
    Stream<Path> leftBehind() {
        try {
            return Files.list(directory).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String etag(byte[] bytes) {
        return "\"" + Arrays.hashCode(bytes) + "\"";
    }

    @Override
    public Optional<StoredObject> find(String key) {
        return Optional.ofNullable(objects.get(key)).map(bytes -> new StoredObject(key, bytes.length, etag(bytes)));
    }

    @Override
    public byte[] read(StoredObject object, long offset, int length) {
        byte[] bytes = objects.get(object.key());
        if (bytes == null || !etag(bytes).equals(object.etag())) {
            throw new ObjectChangedException(object.key());
        }
        bytesRead += length;
        return Arrays.copyOfRange(bytes, (int) offset, (int) offset + length);
    }

    @Override
    public void write(String key, String contentType, InputStream body) {
        try {
            objects.put(key, body.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void writePublic(String key, String contentType, InputStream body) {
        write(key, contentType, body);
    }

    @Override
    public SignedRequest signUpload(String key, String contentType, Long sizeBytes, String sha256) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SignedRequest signDownload(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean reachable() {
        return true;
    }

    private record Config(Optional<String> ffmpeg, Path at, Duration repairTimeout)
            implements VideoConfig, VideoConfig.Work {
        @Override
        public Work video() {
            return this;
        }

        @Override
        public Optional<Path> directory() {
            return Optional.of(at);
        }

        @Override
        public Duration lease() {
            return Duration.ofMinutes(1);
        }

        @Override
        public boolean repairs() {
            return true;
        }

        @Override
        public long repairMemory() {
            return 2L << 30;
        }

        @Override
        public String every() {
            return "2s";
        }
    }
}
