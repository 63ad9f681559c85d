package io.postbreeze.sandbox.admin;

import io.postbreeze.sandbox.SandboxConfig;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.TreeMap;

/** What happened here, as JSON, for tests and scripts. */
public final class Ledger {
    private final World world;
    private final SandboxConfig config;
    private final Map<String, Long> calls = new TreeMap<>();

    /** An empty ledger over a world. */
    public Ledger(World world, SandboxConfig config) {
        this.world = world;
        this.config = config;
    }

    /** Counts every call by method, path, status and TikTok's code once it is answered. */
    public void count(RoutingContext call) {
        call.addEndHandler(done -> {
            Object code = call.get("code");
            String key = call.request().method() + " " + call.normalizedPath() + " "
                    + call.response().getStatusCode() + (code == null ? "" : " " + code);
            calls.merge(key, 1L, Long::sum);
        });
        call.next();
    }

    /** {@code GET /sandbox/posts}: newest first; {@code ?publishId=} or {@code ?openId=} narrow it. */
    public void posts(RoutingContext call) {
        String publishId = call.request().getParam("publishId");
        String openId = call.request().getParam("openId");
        JsonArray found = new JsonArray();
        world.posts().stream()
                .filter(post -> publishId == null || post.publishId().equals(publishId))
                .filter(post -> openId == null || post.openId().equals(openId))
                .forEach(post -> found.add(view(post)));
        json(call, found.encodePrettily());
    }

    /** {@code GET /sandbox/creators}. */
    public void creators(RoutingContext call) {
        JsonArray found = new JsonArray();
        world.creators()
                .forEach(creator -> found.add(new JsonObject()
                        .put("openId", creator.openId())
                        .put("username", creator.username())
                        .put("displayName", creator.displayName())
                        .put("privateAccount", creator.privateAccount())
                        .put("privacyOptions", new JsonArray(creator.privacyOptions()))));
        json(call, found.encodePrettily());
    }

    /** {@code GET /sandbox/requests}: how often each call was answered how, since the start. */
    public void requests(RoutingContext call) {
        JsonObject found = new JsonObject();
        calls.forEach(found::put);
        json(call, found.encodePrettily());
    }

    /** {@code GET /sandbox/health}. */
    public void health(RoutingContext call) {
        json(call, "{\"status\":\"UP\"}");
    }

    JsonObject view(Post post) {
        JsonObject view = new JsonObject()
                .put("publishId", post.publishId())
                .put("openId", post.openId())
                .put("username", world.creator(post.openId()).orElseThrow().username())
                .put("caption", post.caption())
                .put("privacyLevel", post.privacyLevel())
                .put("commentDisabled", post.commentDisabled())
                .put("brandContent", post.brandContent())
                .put("brandOrganic", post.brandOrganic())
                .put("status", post.status(world.now(), config.processing()))
                .put(
                        "failReason",
                        post.failReason(world.now(), config.processing()).orElse(null))
                .put("videoSize", post.videoSize())
                .put("chunkSize", post.chunkSize())
                .put("chunkCount", post.chunkCount())
                .put("receivedBytes", post.receivedBytes())
                .put("createdAt", post.createdAt().toString());
        if (post.received() != null) {
            view.put("sha256", post.received().sha256())
                    .put("durationMs", post.received().durationMs())
                    .put("width", post.received().width())
                    .put("height", post.received().height())
                    .put("receivedAt", post.received().at().toString());
        }
        boolean isPublic = post.isPublic(world.now(), config.processing(), config.moderation());
        return view.put("postId", isPublic ? String.valueOf(post.postId()) : null);
    }

    private static void json(RoutingContext call, String body) {
        call.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(body);
    }
}
