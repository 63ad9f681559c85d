package io.postbreeze.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.testkit.ObjectStoreServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

class S3MediaStoreIT {
    @TempDir
    static Path directory;

    private static ObjectStoreServer server;
    private static S3Client client;

    @BeforeAll
    static void start() {
        server = ObjectStoreServer.start(directory, 0);
        client = new S3Connection(new TestStore(server.endpoint(), ObjectStoreServer.BUCKET)).client();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void findsWhatWasStoredAndReadsAPartOfIt() {
        put("found.mp4", "0123456789");

        StoredObject object = store(ObjectStoreServer.BUCKET).find("found.mp4").orElseThrow();

        assertThat(object.sizeBytes()).isEqualTo(10);
        assertThat(store(ObjectStoreServer.BUCKET).read(object, 3, 4))
                .isEqualTo("3456".getBytes(StandardCharsets.UTF_8));
        assertThat(store(ObjectStoreServer.BUCKET).read(object, 0, 10)).hasSize(10);
    }

    @Test
    void aMissingObjectIsNoFailure() {
        assertThat(store(ObjectStoreServer.BUCKET).find("missing.mp4")).isEmpty();
    }

    @Test
    void aMissingBucketIsNotTakenForAMissingObject() {
        assertThatThrownBy(() -> store("elsewhere").find("missing.mp4")).isInstanceOf(StoreUnavailableException.class);
        assertThat(store("elsewhere").reachable()).isFalse();
        assertThat(store(ObjectStoreServer.BUCKET).reachable()).isTrue();
    }

    @Test
    void aPartOfAnotherVersionIsNeverRead() {
        put("changed.mp4", "first");
        StoredObject first = store(ObjectStoreServer.BUCKET).find("changed.mp4").orElseThrow();
        put("changed.mp4", "other");

        assertThatThrownBy(() -> store(ObjectStoreServer.BUCKET).read(first, 0, 2))
                .isInstanceOf(ObjectChangedException.class);

        client.deleteObject(ask -> ask.bucket(ObjectStoreServer.BUCKET).key("changed.mp4"));
        assertThatThrownBy(() -> store(ObjectStoreServer.BUCKET).read(first, 0, 2))
                .isInstanceOf(ObjectChangedException.class);
    }

    @Test
    void aStoreThatIsNotThereIsUnavailable() {
        TestStore nowhere = new TestStore(URI.create("http://127.0.0.1:1"), ObjectStoreServer.BUCKET);
        try (S3Client lost = new S3Connection(nowhere).client()) {
            S3MediaStore store = new S3MediaStore(lost, new S3Connection(nowhere).presigner(), nowhere);

            assertThatThrownBy(() -> store.find("any.mp4")).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void theBucketIsInTheHostNameWhereTheStoreWantsItSo() {
        TestStore amazon = new TestStore(URI.create("https://s3.eu-central-1.example.com"), "films", false);
        S3MediaStore store = new S3MediaStore(client, new S3Connection(amazon).presigner(), amazon);

        assertThat(store.signUpload("ws/1/a b.mp4", "video/mp4", 5L, null).url())
                .startsWith("https://films.s3.eu-central-1.example.com/ws/1/a%20b.mp4?")
                .contains("X-Amz-SignedHeaders=content-length%3Bcontent-type%3Bhost", "X-Amz-Expires=900");
    }

    @Test
    void aChecksumIsSignedAndMustBeSent() {
        SignedRequest signed =
                store(ObjectStoreServer.BUCKET).signUpload("sum.mp4", "video/mp4", null, "00".repeat(32));

        assertThat(signed.headers())
                .containsEntry("x-amz-checksum-sha256", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(signed.url()).contains("x-amz-checksum-sha256");
    }

    private static void put(String key, String content) {
        client.putObject(ask -> ask.bucket(ObjectStoreServer.BUCKET).key(key), RequestBody.fromString(content));
    }

    private static S3MediaStore store(String bucket) {
        TestStore config = new TestStore(server.endpoint(), bucket);
        return new S3MediaStore(client, new S3Connection(config).presigner(), config);
    }
}
