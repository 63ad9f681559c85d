package io.postbreeze.media.video;

import io.postbreeze.media.inspection.VideoFacts;
import io.postbreeze.media.store.StoredObject;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Makes something of a video. */
interface Work {
    /**
     * Makes it and stores it; blocking.
     *
     * @param wanted asked while it takes; when it says no, that ends with a
     *     {@link java.util.concurrent.CancellationException}
     * @throws VideoFailure when it cannot be made of this video
     */
    Made make(VideoJob job, BooleanSupplier wanted);

    /** What the failure is called when nothing more is known. */
    String failureCode();

    /**
     * What was made.
     *
     * @param object as stored
     * @param video what it is, if it is a video
     */
    record Made(StoredObject object, @Nullable VideoFacts video) {}
}
