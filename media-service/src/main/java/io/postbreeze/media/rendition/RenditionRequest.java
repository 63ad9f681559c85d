package io.postbreeze.media.rendition;

import io.postbreeze.api.ApiException;
import io.postbreeze.media.picture.Fit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What another service wants to have.
 *
 * @param workspaceId whose photos
 * @param mediaIds 1 to 35 ids
 * @param fit {@code crop}, {@code pad} or {@code fit}
 */
record RenditionRequest(
        @Nullable String workspaceId,
        @Nullable List<String> mediaIds,
        @Nullable String fit) {
    private static final int MOST = 35;

    /** The same, complete; fails with 400 when something is missing or too much. */
    RenditionOrder checked() {
        List<String> ids = mediaIds == null
                ? List.of()
                : mediaIds.stream().filter(Objects::nonNull).toList();
        if (workspaceId == null || fit == null || ids.isEmpty() || ids.size() > MOST) {
            throw incomplete();
        }
        return new RenditionOrder(workspaceId, ids, Fit.of(fit).orElseThrow(RenditionRequest::incomplete));
    }

    static ApiException incomplete() {
        return new ApiException(
                400, "BAD_REQUEST", "Send a workspaceId, 1 to 35 mediaIds, and crop, pad or fit as fit.");
    }
}
