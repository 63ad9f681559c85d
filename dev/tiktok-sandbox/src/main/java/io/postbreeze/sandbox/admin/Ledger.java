package io.postbreeze.sandbox.admin;

import io.postbreeze.sandbox.SandboxConfig;
import io.postbreeze.sandbox.http.Json;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.PostInfo;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;

/** What happened here, as JSON, for tests and scripts. */
public final class Ledger {
    private final World world;
    private final SandboxConfig config;

    /** A ledger of a world. */
    public Ledger(World world, SandboxConfig config) {
        this.world = world;
        this.config = config;
    }

    /** {@code GET /sandbox/posts}: every post from its init on, newest first. */
    public void posts(RoutingContext call) {
        Json.answer(
                call, 200, new JsonArray(asked(call).stream().map(this::post).toList()));
    }

    /** {@code GET /sandbox/uploads}: how far the bytes of every post have come, newest first. */
    public void uploads(RoutingContext call) {
        Json.answer(
                call, 200, new JsonArray(asked(call).stream().map(this::upload).toList()));
    }

    /** {@code GET /sandbox/creators}. */
    public void creators(RoutingContext call) {
        Json.answer(
                call,
                200,
                new JsonArray(world.creators().stream().map(Ledger::creator).toList()));
    }

    /** {@code GET /sandbox/health}. */
    public void health(RoutingContext call) {
        Json.answer(call, 200, new JsonObject().put("status", "UP"));
    }

    /** {@code ?publishId=} and {@code ?openId=} narrow what is shown. */
    private List<Post> asked(RoutingContext call) {
        String publishId = call.request().getParam("publishId");
        String openId = call.request().getParam("openId");
        return world.posts().stream()
                .filter(post -> publishId == null || post.publishId().equals(publishId))
                .filter(post -> openId == null || post.openId().equals(openId))
                .toList();
    }

    private JsonObject post(Post post) {
        Instant now = world.now();
        String status = post.status(now, config.processing());
        boolean isPublic = post.isPublic(now, config.processing(), config.moderation());
        JsonObject view = new JsonObject()
                .put("publishId", post.publishId())
                .put("openId", post.openId())
                .put("username", world.creator(post.openId()).orElseThrow().username())
                .put("status", status)
                .put("failReason", post.failReason(now, config.processing()).orElse(null))
                .put("onProfile", status.equals("PUBLISH_COMPLETE"))
                .put("postId", isPublic ? String.valueOf(post.postId()) : null)
                .put("createdAt", post.createdAt().toString());
        return view.mergeIn(said(post.info())).mergeIn(bytes(post)).mergeIn(file(post));
    }

    private JsonObject upload(Post post) {
        return new JsonObject()
                .put("publishId", post.publishId())
                .put("openId", post.openId())
                .put("uploadId", post.uploadId())
                .put("createdAt", post.createdAt().toString())
                .put("validUntil", post.uploadUntil().toString())
                .put("expired", post.uploadExpired(world.now()))
                .put("complete", post.isWhole())
                .mergeIn(bytes(post));
    }

    private static JsonObject said(PostInfo info) {
        return new JsonObject()
                .put("caption", info.caption())
                .put("privacyLevel", info.privacyLevel())
                .put("commentDisabled", info.commentDisabled())
                .put("duetDisabled", info.duetDisabled())
                .put("stitchDisabled", info.stitchDisabled())
                .put("brandContent", info.brandContent())
                .put("brandOrganic", info.brandOrganic())
                .put("aiGenerated", info.aiGenerated());
    }

    private static JsonObject bytes(Post post) {
        return new JsonObject()
                .put("videoSize", post.plan().videoSize())
                .put("chunkSize", post.plan().chunkSize())
                .put("chunkCount", post.plan().count())
                .put("receivedBytes", post.receivedBytes())
                .put("discardedBytes", post.discardedBytes());
    }

    /** Keys are there only once the file has been looked at. */
    private static JsonObject file(Post post) {
        if (post.received() == null) {
            return new JsonObject();
        }
        return new JsonObject()
                .put("sha256", post.received().sha256())
                .put("durationMs", post.received().durationMs())
                .put("width", post.received().width())
                .put("height", post.received().height())
                .put("receivedAt", post.received().at().toString());
    }

    private static JsonObject creator(Creator creator) {
        return new JsonObject()
                .put("openId", creator.openId())
                .put("username", creator.username())
                .put("displayName", creator.displayName())
                .put("privateAccount", creator.privateAccount())
                .put("commentDisabled", creator.commentDisabled())
                .put("maxVideoSeconds", creator.maxVideoSeconds())
                .put("privacyOptions", new JsonArray(creator.privacyOptions()));
    }
}
