package io.postbreeze.sandbox.admin;

import io.postbreeze.sandbox.http.BadCommand;
import io.postbreeze.sandbox.http.Fields;
import io.postbreeze.sandbox.http.Json;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What happened here, as JSON, for tests and scripts; and what a creator or a moderator does about it. */
public final class Ledger {
    private static final int MOST_POSTS_OF_AN_ITEM = 10;

    private final World world;

    /** A ledger of a world. */
    public Ledger(World world) {
        this.world = world;
    }

    /** {@code GET /sandbox/posts}: what is on the profiles, newest first. */
    public void posts(RoutingContext call) {
        answer(call, asked(call).filter(post -> post.onProfile(world.nowFor(post))), post -> PostView.of(post, world));
    }

    /** {@code GET /sandbox/publishes}: every act of posting from its init on, newest first. */
    public void publishes(RoutingContext call) {
        answer(call, asked(call), post -> PostView.of(post, world));
    }

    /** {@code GET /sandbox/uploads}: how far the bytes of every post have come, newest first. */
    public void uploads(RoutingContext call) {
        answer(call, asked(call), this::upload);
    }

    /** {@code GET /sandbox/health}. */
    public void health(RoutingContext call) {
        Json.answer(call, 200, new JsonObject().put("status", "UP"));
    }

    /** {@code POST /sandbox/publishes/:publishId/complete}: the creator posts an inbox item in the app. */
    public void complete(RoutingContext call) {
        Post post = named(call);
        Fields fields = Fields.of(call);
        int howMany = (int) fields.number("posts", 1, MOST_POSTS_OF_AN_ITEM);
        fields.nothingElse();
        if (howMany < 1) {
            throw new BadCommand("posts", "must be at least 1");
        }
        if (!post.status(world.nowFor(post)).equals("SEND_TO_USER_INBOX")) {
            throw BadCommand.conflict("this publish is not in the inbox");
        }
        world.finish(post, howMany);
        answer(call, post);
    }

    /** {@code POST /sandbox/publishes/:publishId/remove}: a post is deleted or taken down. */
    public void remove(RoutingContext call) {
        Post post = named(call);
        if (!post.onProfile(world.nowFor(post))) {
            throw BadCommand.conflict("this publish is not on the profile");
        }
        world.takeDown(post);
        answer(call, post);
    }

    /** {@code POST /sandbox/publishes/:publishId/moderate}: moderation comes to its end now. */
    public void moderate(RoutingContext call) {
        Post post = named(call);
        Fields fields = Fields.of(call);
        String verdict = fields.required("verdict");
        String reason = fields.text("failReason", "spam_risk");
        fields.nothingElse();
        if (!verdict.equals("APPROVE") && !verdict.equals("REJECT")) {
            throw new BadCommand("verdict", "must be APPROVE or REJECT");
        }
        if (post.failReason(world.nowFor(post)).isPresent() || post.isPublic(world.nowFor(post))) {
            throw BadCommand.conflict("this publish is through already");
        }
        world.moderate(post, verdict.equals("APPROVE"), reason);
        answer(call, post);
    }

    private Post named(RoutingContext call) {
        return world.post(String.valueOf(call.pathParam("publishId")))
                .orElseThrow(() -> BadCommand.unknown("this publish"));
    }

    private void answer(RoutingContext call, Post changed) {
        Json.answer(call, 200, PostView.of(world.post(changed.publishId()).orElseThrow(), world));
    }

    private static void answer(RoutingContext call, Stream<Post> posts, Function<Post, JsonObject> view) {
        List<JsonObject> views = posts.map(view).toList();
        Json.answer(call, 200, new JsonArray(views));
    }

    /** {@code ?publishId=} and {@code ?openId=} narrow what is shown. */
    private Stream<Post> asked(RoutingContext call) {
        String publishId = call.request().getParam("publishId");
        String openId = call.request().getParam("openId");
        return world.posts().stream()
                .filter(post -> publishId == null || post.publishId().equals(publishId))
                .filter(post -> openId == null
                        || post.openId().equals(openId)
                        || world.creatorOf(post.openId()).handle().equals(openId));
    }

    private JsonObject upload(Post post) {
        return new JsonObject()
                .put("publishId", post.publishId())
                .put("openId", post.openId())
                .put("uploadId", post.uploadId())
                .put("createdAt", post.createdAt().toString())
                .put("validUntil", post.transfer().until().toString())
                .put("expired", post.transfer().expired(world.now()))
                .put("complete", post.isWhole())
                .mergeIn(PostView.bytes(post));
    }
}
