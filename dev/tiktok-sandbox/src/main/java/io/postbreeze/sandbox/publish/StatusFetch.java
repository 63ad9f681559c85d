package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.http.JsonBody;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code status/fetch}: where a post stands. A failed post is a successful answer. */
public final class StatusFetch {
    private final World world;

    /** An endpoint. */
    public StatusFetch(World world) {
        this.world = world;
    }

    /** The answer's data. */
    public JsonObject fetch(RoutingContext call, Token token) {
        if (!token.scopes().contains("video.publish") && !token.scopes().contains("video.upload")) {
            throw Refusal.badScope();
        }
        @Nullable String publishId = JsonBody.text(JsonBody.of(call), "publish_id");
        Post post = world.post(publishId == null ? "" : publishId)
                .orElseThrow(() -> new Refusal(400, "invalid_publish_id", "The publish_id does not exist"));
        if (!post.openId().equals(token.openId())) {
            throw new Refusal(
                    400,
                    "token_not_authorized_for_specified_publish_id",
                    "The publish_id does not belong to this user");
        }
        return data(post, world.nowFor(post));
    }

    private JsonObject data(Post post, Instant now) {
        JsonObject data = new JsonObject()
                .put("status", post.status(now))
                .put("uploaded_bytes", post.transfer().receivedBytes());
        post.failReason(now).ifPresent(reason -> data.put("fail_reason", reason));
        if (post.isIdentified(now)) {
            data.put("publicaly_available_post_id", new JsonArray(post.postIds()));
        }
        return data;
    }
}
