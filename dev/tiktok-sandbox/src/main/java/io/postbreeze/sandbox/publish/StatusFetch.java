package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.http.JsonBody;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.Transfer.Source;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code status/fetch}: where a post stands. A failed post is a successful answer. */
public final class StatusFetch {
    private final World world;
    private final Map<String, Integer> flaps = new HashMap<>();

    /** An endpoint. */
    public StatusFetch(World world) {
        this.world = world;
        world.onReset(flaps::clear);
    }

    /** The answer's data. */
    public JsonObject fetch(RoutingContext call, Token token) {
        Post post = named(world, JsonBody.of(call), token);
        Instant now = world.nowFor(post);
        // Every other answer of a post that goes back and forth tells of its beginning.
        boolean isBack = world.isFlapping(post) && flaps.merge(post.publishId(), 1, Integer::sum) % 2 == 0;
        return data(post, isBack ? post.createdAt().minusMillis(1) : now);
    }

    private static JsonObject data(Post post, Instant now) {
        boolean isUpload = post.transfer().source() == Source.FILE_UPLOAD;
        JsonObject data = new JsonObject()
                .put("status", post.status(now))
                .put(
                        isUpload ? "uploaded_bytes" : "downloaded_bytes",
                        post.transfer().receivedBytes());
        post.failReason(now).ifPresent(reason -> data.put("fail_reason", reason));
        if (post.isIdentified(now)) {
            data.put("publicaly_available_post_id", new JsonArray(post.postIds()));
        }
        return data;
    }

    /** The post that a body names; it must be of the token's creator. */
    static Post named(World world, JsonObject body, Token token) {
        @Nullable String publishId = JsonBody.text(body, "publish_id");
        Post post = world.post(publishId == null ? "" : publishId)
                .orElseThrow(() -> new Refusal(400, "invalid_publish_id", "The publish_id does not exist"));
        if (!post.openId().equals(token.openId())) {
            throw new Refusal(
                    400,
                    "token_not_authorized_for_specified_publish_id",
                    "The publish_id does not belong to this user");
        }
        return post;
    }
}
