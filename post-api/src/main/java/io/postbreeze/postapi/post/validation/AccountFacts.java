package io.postbreeze.postapi.post.validation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account.
 *
 * @param platform kind of account
 * @param connected whether its tokens work
 * @param offeredPrivacyLevels what TikTok offered when last asked, empty when it has not said
 * @param longestVideoSeconds the longest video TikTok takes from it, null when it has not said
 * @param scopes what the creator allowed us
 * @param reconnectBy when the creator's consent ends unless renewed, null when it does not
 * @param isAppAudited whether TikTok lets our app post publicly
 */
public record AccountFacts(
        String platform,
        boolean connected,
        List<String> offeredPrivacyLevels,
        @Nullable Long longestVideoSeconds,
        Set<String> scopes,
        @Nullable Instant reconnectBy,
        boolean isAppAudited) {
    /** Keeps its own copies. */
    public AccountFacts {
        offeredPrivacyLevels = List.copyOf(offeredPrivacyLevels);
        scopes = Set.copyOf(scopes);
    }
}
