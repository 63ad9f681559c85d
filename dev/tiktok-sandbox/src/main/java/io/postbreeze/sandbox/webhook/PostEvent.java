package io.postbreeze.sandbox.webhook;

import io.postbreeze.sandbox.state.Post;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to a post.
 *
 * @param name TikTok's word for it
 * @param postId the number it is about, null when it is about the whole act
 * @param reason why it failed, else null
 * @param at when it happened
 */
record PostEvent(
        String name, @Nullable Long postId, @Nullable String reason, Instant at) {

    /** Everything that has happened to a post by now, in the order in which it happened. */
    static List<PostEvent> of(Post post, Instant now) {
        if (post.failReason(now).isPresent()) {
            Instant at = Objects.requireNonNullElse(
                    post.course().settledAt(), post.transfer().until());
            return List.of(new PostEvent(
                    "post.publish.failed", null, post.failReason(now).get(), at));
        }
        List<PostEvent> events = new ArrayList<>();
        if (post.mode() == Post.Mode.MEDIA_UPLOAD) {
            add(events, "post.publish.inbox_delivered", null, post.course().settledAt(), now);
        }
        add(events, "post.publish.complete", null, post.course().postedAt(), now);
        for (Long postId : post.postIds()) {
            add(events, "post.publish.publicly_available", postId, post.course().identifiedAt(), now);
        }
        if (wasPublic(post)) {
            for (Long postId : post.postIds()) {
                add(
                        events,
                        "post.publish.no_longer_publicaly_available",
                        postId,
                        post.course().removedAt(),
                        now);
            }
        }
        return events;
    }

    /** Whether nothing more will happen to it unless somebody acts. */
    static boolean isLast(Post post, Instant now) {
        if (post.failReason(now).isPresent()) {
            return true;
        }
        boolean isInbox = post.status(now).equals("SEND_TO_USER_INBOX");
        boolean isOut = post.status(now).equals("PUBLISH_COMPLETE")
                && (post.course().identifiedAt() == null
                        || !now.isBefore(post.course().identifiedAt()));
        return isInbox || isOut;
    }

    private static boolean wasPublic(Post post) {
        Instant removed = post.course().removedAt();
        Instant told = post.course().identifiedAt();
        return removed != null && told != null && !removed.isBefore(told);
    }

    private static void add(
            List<PostEvent> events, String name, @Nullable Long postId, @Nullable Instant at, Instant now) {
        if (at != null && !now.isBefore(at)) {
            events.add(new PostEvent(name, postId, null, at));
        }
    }

    /** Names it among all events. */
    String key(Post post) {
        return post.uploadId() + "-" + name.replace('.', '-') + (postId == null ? "" : "-" + postId);
    }

    /** What TikTok tells about it; the number is a text here, other than in the status. */
    JsonObject content(Post post) {
        JsonObject content = new JsonObject().put("publish_id", post.publishId());
        if (postId != null) {
            content.put("post_id", String.valueOf(postId));
        }
        if (reason != null) {
            content.put("reason", reason);
        }
        boolean isDirect = post.mode() == Post.Mode.DIRECT_POST;
        return content.put("publish_type", isDirect ? "DIRECT_PUBLISH" : "INBOX_SHARE");
    }
}
