package io.postbreeze.media.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.media.inspection.Inspection;
import io.postbreeze.media.inspection.MediaInspector;
import io.postbreeze.media.inspection.VideoFacts;
import io.postbreeze.testkit.ObjectStoreServer;
import io.postbreeze.testkit.SampleVideo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** A file of 5 GiB, most of it holes, as a real store serves it. */
class LargeObjectIT {
    private static final long SIZE = 5L << 30;
    private static final long MOST_READ = 3_000_000;

    @TempDir
    static Path directory;

    @Test
    void fiveGibibytesAreKnownFromAFewReadsWhereverTheTableIs() throws Exception {
        Map<String, byte[]> boxes = boxes(SampleVideo.bytes());
        Path bucket = Files.createDirectories(directory.resolve(ObjectStoreServer.BUCKET));
        byte[] type = boxes.get("ftyp");
        byte[] table = boxes.get("moov");
        sparse(
                bucket.resolve("last.mp4"),
                Map.of(
                        0L,
                        type,
                        (long) type.length,
                        wide(SIZE - type.length - table.length),
                        SIZE - table.length,
                        table));
        long data = (long) type.length + table.length;
        sparse(bucket.resolve("first.mp4"), Map.of(0L, type, (long) type.length, table, data, wide(SIZE - data)));

        try (ObjectStoreServer server = ObjectStoreServer.start(directory, 0)) {
            StoreConfig config = new TestStore(server.endpoint(), ObjectStoreServer.BUCKET);
            S3Connection connection = new S3Connection(config);
            try (S3Client client = connection.client();
                    S3Presigner presigner = connection.presigner()) {
                MediaStore store = new S3MediaStore(client, presigner, config);
                for (String name : new String[] {"first.mp4", "last.mp4"}) {
                    StoredObject object = store.find(name).orElseThrow();
                    Inspection seen = MediaInspector.inspect(new StoredFile(store, object));

                    assertThat(object.sizeBytes()).isEqualTo(SIZE);
                    assertThat(seen.bytesRead()).isLessThan(MOST_READ);
                    assertThat(seen.verdict())
                            .isInstanceOfSatisfying(
                                    VideoFacts.class,
                                    video -> assertThat(video.duration()).isEqualTo(Duration.ofSeconds(12)));
                }
            }
        }
    }

    private static Map<String, byte[]> boxes(byte[] video) {
        Map<String, byte[]> boxes = new HashMap<>();
        int at = 0;
        while (at < video.length) {
            int size = ByteBuffer.wrap(video, at, 4).getInt();
            boxes.put(
                    new String(video, at + 4, 4, StandardCharsets.US_ASCII), Arrays.copyOfRange(video, at, at + size));
            at += size;
        }
        return boxes;
    }

    /** The head of a box of media data whose size takes 64 bits. */
    private static byte[] wide(long size) {
        return ByteBuffer.allocate(16)
                .putInt(1)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .putLong(size)
                .array();
    }

    private static void sparse(Path file, Map<Long, byte[]> pieces) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE))) {
            for (Map.Entry<Long, byte[]> piece : pieces.entrySet()) {
                channel.position(piece.getKey());
                channel.write(ByteBuffer.wrap(piece.getValue()));
            }
            if (channel.size() < SIZE) {
                channel.position(SIZE - 1);
                channel.write(ByteBuffer.allocate(1));
            }
        }
    }
}
