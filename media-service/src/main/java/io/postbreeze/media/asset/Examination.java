package io.postbreeze.media.asset;

import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.inspection.Verdict;
import io.postbreeze.media.store.StoredObject;

/** What a look at the store showed about an asset. */
sealed interface Examination {
    /** Nothing is stored. */
    record NotUploaded() implements Examination {}

    /** The version that was inspected before is still there. */
    record Unchanged() implements Examination {}

    /**
     * A version that was not known was inspected.
     *
     * @param object the version
     * @param verdict what it is
     */
    record Inspected(StoredObject object, Verdict verdict) implements Examination {}

    /**
     * Nothing is stored, and nothing will be.
     *
     * @param reason why it could not be fetched
     */
    record NotFetched(Rejection reason) implements Examination {}
}
