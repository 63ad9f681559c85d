package io.postbreeze.publisher.publication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account shows since the outcome of one of its publications was lost, without whatever is known to be another
 * publication's.
 *
 * @param strayIds TikTok's ids of publications that its webhooks told of and that none of ours has
 * @param strayRivals whether another publication of the account could be meant by such an id
 * @param posts public posts that none of ours is known to be
 * @param postRivals whether another publication of the account with the same caption could be one of them
 */
public record Traces(List<String> strayIds, boolean strayRivals, List<SeenPost> posts, boolean postRivals) {
    /** Keeps its own copies. */
    public Traces {
        strayIds = List.copyOf(strayIds);
        posts = List.copyOf(posts);
    }

    /**
     * A post in the account's public list.
     *
     * @param externalPostId TikTok's id of it
     * @param title first text that TikTok shows of it, cut at 150 characters; null when it has none
     * @param description second one, the same
     * @param externalUrl public address, null when TikTok does not tell
     * @param createdAt when it was posted
     */
    public record SeenPost(
            String externalPostId,
            @Nullable String title,
            @Nullable String description,
            @Nullable String externalUrl,
            Instant createdAt) {}
}
