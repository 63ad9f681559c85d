package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What another service wants to know.
 *
 * @param workspaceId whose media
 * @param mediaIds 1 to 36 ids
 * @param repaired whether videos that TikTok does not take are to be repaired; default false
 * @param evenDeleted whether files count that were deleted and whose bytes are still there, for posts that got hold of
 *     them before; default false
 */
public record ResolveRequest(
        @Nullable String workspaceId,
        @Nullable List<String> mediaIds,
        @Nullable Boolean repaired,
        @Nullable Boolean evenDeleted) {
    private static final int MOST = 36;

    /** Whose media; fails with 400 when it is missing. */
    String checkedWorkspace() {
        if (workspaceId == null) {
            throw incomplete();
        }
        return workspaceId;
    }

    /** Whether videos are to be repaired. */
    boolean wantsRepaired() {
        return Boolean.TRUE.equals(repaired);
    }

    /** Whether deleted files count. */
    boolean wantsEvenDeleted() {
        return Boolean.TRUE.equals(evenDeleted);
    }

    /** What is asked for; fails with 400 when it is missing or too much. */
    List<String> checkedIds() {
        List<String> ids = mediaIds == null
                ? List.of()
                : mediaIds.stream().filter(Objects::nonNull).toList();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw incomplete();
        }
        return ids;
    }

    static ApiException incomplete() {
        return new ApiException(400, "BAD_REQUEST", "Send a workspaceId and 1 to 36 mediaIds.");
    }
}
