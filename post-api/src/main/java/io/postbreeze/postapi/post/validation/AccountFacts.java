package io.postbreeze.postapi.post.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account.
 *
 * @param platform kind of account
 * @param connected whether its tokens work
 * @param offeredPrivacyLevels what TikTok offered when last asked, empty when it has not said
 * @param longestVideoSeconds the longest video TikTok takes from it, null when it has not said
 */
public record AccountFacts(
        String platform,
        boolean connected,
        List<String> offeredPrivacyLevels,
        @Nullable Long longestVideoSeconds) {
    /** Keeps its own copy. */
    public AccountFacts {
        offeredPrivacyLevels = List.copyOf(offeredPrivacyLevels);
    }
}
