package io.postbreeze.media.asset;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Which posts use files; post-api knows. */
public interface MediaUses {
    /**
     * The posts that were not deleted and use a file, the first 20.
     *
     * @return fails when post-api does not answer: no answer is ever guessed
     */
    Uni<List<Use>> of(String workspaceId, String mediaId);

    /**
     * A post that uses a file.
     *
     * @param postId {@code post_…}
     * @param status the post's
     */
    record Use(String postId, String status) {}
}
