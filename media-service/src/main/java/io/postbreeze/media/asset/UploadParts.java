package io.postbreeze.media.asset;

import io.postbreeze.media.store.StoredPart;
import java.util.List;

/**
 * How far an upload in parts has come.
 *
 * @param partBytes size of every part but the last
 * @param partCount how many parts there are
 * @param arrived the parts that are stored
 * @param missing numbers of those that are not
 */
public record UploadParts(long partBytes, int partCount, List<StoredPart> arrived, List<Integer> missing) {
    static UploadParts of(PartPlan plan, List<StoredPart> arrived) {
        return new UploadParts(plan.partBytes(), plan.count(), arrived, plan.missing(arrived));
    }
}
