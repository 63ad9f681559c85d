package io.postbreeze.media.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.inspection.RejectionCode;
import io.postbreeze.media.inspection.VideoFacts;
import io.postbreeze.media.store.MediaStore;
import io.postbreeze.media.store.ObjectChangedException;
import io.postbreeze.media.store.SignedRequest;
import io.postbreeze.media.store.StoreUnavailableException;
import io.postbreeze.media.store.StoredObject;
import io.postbreeze.testkit.SampleVideo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UploadExaminationTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final OneObjectStore store = new OneObjectStore();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final UploadExamination examination = new UploadExamination(store, new MediaMetrics(registry));

    @Test
    void nothingStoredIsNotUploaded() {
        assertThat(examination.examine(asset(null))).isEqualTo(new Examination.NotUploaded());
    }

    @Test
    void aStoredVideoIsInspectedOncePerVersion() {
        MediaAsset asset = asset(null);
        store.put(SampleVideo.bytes());

        asset.record(examination.examine(asset), NOW);
        int readsOfTheFirst = store.reads;

        assertThat(asset.status).isEqualTo(AssetStatus.READY);
        assertThat(examination.examine(asset)).isEqualTo(new Examination.Unchanged());
        assertThat(store.reads).isEqualTo(readsOfTheFirst);
        assertThat(registry.get("postbreeze.media.inspections").timer().count()).isEqualTo(1);
    }

    @Test
    void anOverwrittenObjectIsInspectedAgain() {
        MediaAsset asset = asset(null);
        store.put(SampleVideo.bytes());
        asset.record(examination.examine(asset), NOW);

        store.put("<html>gone</html>".getBytes(StandardCharsets.UTF_8));
        asset.record(examination.examine(asset), NOW);

        assertThat(asset.status).isEqualTo(AssetStatus.REJECTED);
        assertThat(asset.found().flatMap(Findings::facts)).isEmpty();
    }

    @Test
    void anObjectThatVanishedIsPendingAgain() {
        MediaAsset asset = asset(null);
        store.put(SampleVideo.bytes());
        asset.record(examination.examine(asset), NOW);

        store.content = null;
        asset.record(examination.examine(asset), NOW);

        assertThat(asset.status).isEqualTo(AssetStatus.PENDING);
        assertThat(asset.found()).isEmpty();
    }

    @Test
    void anOverwriteDuringTheInspectionNeverMixesTwoVersions() {
        store.put("<html>first</html>".getBytes(StandardCharsets.UTF_8));
        store.overwriteAtNextRead = SampleVideo.bytes();

        Examination result = examination.examine(asset(null));

        assertThat(result).isInstanceOfSatisfying(Examination.Inspected.class, inspected -> {
            assertThat(inspected.object().etag()).isEqualTo("\"2\"");
            assertThat(inspected.verdict()).isInstanceOf(VideoFacts.class);
        });
        assertThat(registry.get("postbreeze.media.overwrites").counter().count())
                .isEqualTo(1);
    }

    @Test
    void anotherSizeThanAnnouncedIsRejectedWithoutReading() {
        store.put(SampleVideo.bytes());

        Examination result = examination.examine(asset(17L));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Examination.Inspected.class,
                        inspected -> assertThat(inspected.verdict())
                                .isInstanceOfSatisfying(
                                        Rejection.class,
                                        rejection -> assertThat(rejection.code())
                                                .isEqualTo(RejectionCode.MEDIA_SIZE_MISMATCH)));
        assertThat(store.reads).isZero();
    }

    @Test
    void aStoreThatDoesNotAnswerIsNotTakenForAMissingFile() {
        store.down = true;

        assertThatThrownBy(() -> examination.examine(asset(null))).isInstanceOf(StoreUnavailableException.class);
    }

    private static MediaAsset asset(Long bytes) {
        UploadOrder order = UploadOrder.of(new PresignRequest("clip.mp4", "video/mp4", bytes));
        return MediaAsset.announced("ws_1", "med_1", order, NOW);
    }

    /** Holds at most one object. */
    private static final class OneObjectStore implements MediaStore {
        private byte[] content;
        private byte[] overwriteAtNextRead;
        private boolean down;
        private int version;
        private int reads;

        void put(byte[] bytes) {
            content = bytes;
            version++;
        }

        @Override
        public Optional<StoredObject> find(String key) {
            if (down) {
                throw new StoreUnavailableException("down");
            }
            return Optional.ofNullable(content).map(bytes -> new StoredObject(key, bytes.length, etag()));
        }

        @Override
        public byte[] read(StoredObject object, long offset, int length) {
            reads++;
            if (overwriteAtNextRead != null) {
                put(overwriteAtNextRead);
                overwriteAtNextRead = null;
            }
            if (!object.etag().equals(etag())) {
                throw new ObjectChangedException(object.key());
            }
            return Arrays.copyOfRange(content, (int) offset, (int) offset + length);
        }

        private String etag() {
            return "\"" + version + "\"";
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
            return !down;
        }
    }
}
