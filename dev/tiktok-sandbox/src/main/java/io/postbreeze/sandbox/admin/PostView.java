package io.postbreeze.sandbox.admin;

import io.postbreeze.sandbox.state.Medium;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.PostInfo;
import io.postbreeze.sandbox.state.Transfer;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A post as the ledger tells it. */
final class PostView {
    private PostView() {}

    static JsonObject of(Post post, World world) {
        Instant now = world.nowFor(post);
        JsonObject view = new JsonObject()
                .put("publishId", post.publishId())
                .put("postId", post.isPublic(now) ? String.valueOf(post.postId()) : null)
                .put("postIds", ids(post, now))
                .put("openId", post.openId())
                .put("username", world.creatorOf(post.openId()).handle())
                .put("kind", post.kind().name())
                .put("mode", post.mode().name())
                .put("source", post.transfer().source().name())
                .put("status", post.status(now))
                .put("failReason", post.failReason(now).orElse(null))
                .put("onProfile", post.onProfile(now));
        return view.mergeIn(said(post.info()))
                .mergeIn(bytes(post))
                .mergeIn(files(post))
                .mergeIn(times(post, now));
    }

    private static JsonArray ids(Post post, Instant now) {
        return post.isPublic(now)
                ? new JsonArray(post.postIds().stream().map(String::valueOf).toList())
                : new JsonArray();
    }

    private static JsonObject said(PostInfo info) {
        return new JsonObject()
                .put("caption", info.caption())
                .put("title", info.title())
                .put("privacyLevel", info.privacyLevel())
                .put("commentDisabled", info.commentDisabled())
                .put("duetDisabled", info.duetDisabled())
                .put("stitchDisabled", info.stitchDisabled())
                .put("autoAddMusic", info.autoAddMusic())
                .put("brandContent", info.brandContent())
                .put("brandOrganic", info.brandOrganic())
                .put("aiGenerated", info.aiGenerated())
                .put("coverTimestampMs", info.coverTimestampMs())
                .put("photoCoverIndex", info.photoCoverIndex());
    }

    /** What was announced and what came; the last two are the names that older scripts know. */
    static JsonObject bytes(Post post) {
        Transfer transfer = post.transfer();
        return new JsonObject()
                .put("videoSize", transfer.plan().videoSize())
                .put("chunkSize", transfer.plan().chunkSize())
                .put("chunkCount", transfer.plan().count())
                .put("bytesReceived", transfer.receivedBytes())
                .put("bytesResent", transfer.discardedBytes())
                .put("receivedBytes", transfer.receivedBytes())
                .put("discardedBytes", transfer.discardedBytes());
    }

    /** A hash and sides of its own only for what is one file. */
    private static JsonObject files(Post post) {
        JsonObject view = new JsonObject()
                .put(
                        "media",
                        new JsonArray(post.media().stream().map(PostView::file).toList()));
        return post.media().size() == 1 ? view.mergeIn(facts(post.media().getFirst())) : view;
    }

    private static JsonObject file(Medium medium) {
        return new JsonObject()
                .put("index", medium.index())
                .put("url", medium.url())
                .put("bytes", medium.bytes())
                .put("contentType", medium.contentType())
                .mergeIn(facts(medium));
    }

    private static JsonObject facts(Medium medium) {
        return new JsonObject()
                .put("sha256", medium.sha256())
                .put("durationMs", medium.durationMs())
                .put("width", medium.width())
                .put("height", medium.height());
    }

    private static JsonObject times(Post post, Instant now) {
        boolean isPublic = post.isPublic(now);
        return new JsonObject()
                .put("createdAt", post.createdAt().toString())
                .put("receivedAt", text(post.course().receivedAt()))
                .put("completedAt", post.onProfile(now) ? text(post.course().postedAt()) : null)
                .put("publicAt", isPublic ? text(post.course().publicAt()) : null)
                .put("removedAt", text(post.course().removedAt()));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
