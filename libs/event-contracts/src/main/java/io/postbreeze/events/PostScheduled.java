package io.postbreeze.events;

import java.util.List;

/**
 * A user asked for a post at a time. The same post may be scheduled again; the higher revision wins.
 *
 * @param postId id of the post, {@code post_…}
 * @param workspaceId id of the workspace that owns it, {@code ws_…}
 * @param revision grows with every change of the post, starts at 1
 * @param targets the accounts it goes to, at least one
 */
public record PostScheduled(String postId, String workspaceId, long revision, List<PostTarget> targets)
        implements Event {
    /** Keeps its own copy of the targets. */
    public PostScheduled {
        targets = List.copyOf(targets);
    }

    @Override
    public String key() {
        return postId;
    }

    @Override
    public String topic() {
        return Topics.POSTS;
    }
}
