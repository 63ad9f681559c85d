package io.postbreeze.media.domain;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A URL that a user wants explained, unchecked.
 *
 * @param url what TikTok would be given
 * @param workspaceId whose verified domains count, for keys of several workspaces
 */
record CheckRequest(@Nullable String url, @Nullable String workspaceId) {
    /** The URL; what is wrong with it is for the check to say. */
    String checkedUrl() {
        String text = url == null ? "" : url.strip();
        if (text.isEmpty()) {
            throw new ApiException(
                    400,
                    "VALIDATION_FAILED",
                    "url is missing.",
                    List.of(new Violation("url", "FIELD_REQUIRED", "url is missing.")));
        }
        return text;
    }

    /** Without the URL: it may carry a signature. */
    @Override
    public String toString() {
        return "CheckRequest[workspaceId=" + workspaceId + "]";
    }
}
