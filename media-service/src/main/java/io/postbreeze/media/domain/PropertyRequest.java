package io.postbreeze.media.domain;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user's word that something is verified, unchecked.
 *
 * @param value a domain, or a prefix that begins with https:// and ends in a slash
 * @param workspaceId whose it is, for keys of several workspaces
 */
record PropertyRequest(@Nullable String value, @Nullable String workspaceId) {
    /** What is said to be verified; fails with 400 when TikTok verifies nothing like it. */
    VerifiedProperty checked() {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            throw refused("FIELD_REQUIRED", "value is missing.");
        }
        try {
            return VerifiedProperty.parse(text);
        } catch (UnfitUrlException e) {
            throw refused(e.reason().code(), e.reason().message());
        }
    }

    private static ApiException refused(String code, String message) {
        return new ApiException(400, "VALIDATION_FAILED", message, List.of(new Violation("value", code, message)));
    }
}
