package io.postbreeze.analytics.plan;

import java.util.List;

/**
 * Posts of one account that one replica reads with one question to TikTok.
 *
 * @param leaseId proves that the posts are still this replica's when the answer is stored
 * @param accountId id of the social account
 * @param posts at most {@link #MOST_POSTS}; empty when nothing is due
 */
public record DueBatch(String leaseId, String accountId, List<DuePost> posts) {
    /** As many ids as TikTok takes in one question. */
    public static final int MOST_POSTS = 20;

    /** Keeps its own copy of the posts. */
    public DueBatch {
        posts = List.copyOf(posts);
    }

    /** Whether nothing is due. */
    public boolean isEmpty() {
        return posts.isEmpty();
    }

    /** TikTok's ids of the posts, each once. */
    public List<String> externalPostIds() {
        return posts.stream().map(DuePost::externalPostId).distinct().toList();
    }
}
