package io.postbreeze.media.asset;

import io.postbreeze.media.inspection.Inspection;
import io.postbreeze.media.inspection.MediaInspector;
import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.inspection.RejectionCode;
import io.postbreeze.media.store.MediaStore;
import io.postbreeze.media.store.ObjectChangedException;
import io.postbreeze.media.store.StoreUnavailableException;
import io.postbreeze.media.store.StoredFile;
import io.postbreeze.media.store.StoredObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Looks at what is stored for an asset. An upload URL can be used again while it lives, so what is known holds for one
 * version (etag) only and every look asks the store for the version first.
 */
@ApplicationScoped
class UploadExamination {
    private static final int TRIES = 3;

    private final MediaStore store;
    private final MediaMetrics metrics;

    UploadExamination(MediaStore store, MediaMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    /** Examines an asset; blocking. */
    Examination examine(MediaAsset asset) {
        for (int i = 0; i < TRIES; i++) {
            try {
                return look(asset);
            } catch (ObjectChangedException overwritten) {
                // The next round sees the new version.
                metrics.overwritten();
            }
        }
        throw new StoreUnavailableException("The object changes faster than it can be read");
    }

    private Examination look(MediaAsset asset) {
        Optional<StoredObject> object = store.find(asset.storageKey);
        if (object.isEmpty()) {
            return new Examination.NotUploaded();
        }
        return asset.knows(object.get().etag()) ? new Examination.Unchanged() : inspect(asset, object.get());
    }

    private Examination inspect(MediaAsset asset, StoredObject object) {
        if (asset.declaredBytes != null && asset.declaredBytes != object.sizeBytes()) {
            return new Examination.Inspected(object, sizeMismatch(asset.declaredBytes, object.sizeBytes()));
        }
        long started = metrics.start();
        Inspection inspection = MediaInspector.inspect(new StoredFile(store, object));
        metrics.inspected(inspection, started);
        return new Examination.Inspected(object, inspection.verdict());
    }

    private static Rejection sizeMismatch(long announced, long stored) {
        return new Rejection(
                RejectionCode.MEDIA_SIZE_MISMATCH,
                "The file has " + stored + " bytes, but " + announced + " were announced. Upload it again.");
    }
}
