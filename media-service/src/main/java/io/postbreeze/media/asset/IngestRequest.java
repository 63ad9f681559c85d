package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What another service wants to have fetched.
 *
 * @param workspaceId whose media they become
 * @param items 1 to 36 files
 */
public record IngestRequest(
        @Nullable String workspaceId, @Nullable List<FromUrlRequest> items) {
    private static final int MOST = 36;

    /** Whose media; fails with 400 when it is missing. */
    String checkedWorkspace() {
        if (workspaceId == null) {
            throw incomplete();
        }
        return workspaceId;
    }

    /** What is asked for; fails with 400 when it is missing, too much or wrong. */
    List<FetchOrder> checkedItems() {
        if (items == null
                || items.isEmpty()
                || items.size() > MOST
                || items.stream().anyMatch(Objects::isNull)) {
            throw incomplete();
        }
        return items.stream().map(FetchOrder::of).toList();
    }

    static ApiException incomplete() {
        return new ApiException(400, "BAD_REQUEST", "Send a workspaceId and 1 to 36 items.");
    }
}
