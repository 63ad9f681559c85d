package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.http.JsonBody;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** {@code cancel}: a post whose bytes are still under way or being worked on is given up. */
public final class Cancel {
    private final World world;

    /** An endpoint. */
    public Cancel(World world) {
        this.world = world;
    }

    /** The answer's data, which says nothing. */
    public JsonObject cancel(RoutingContext call, Token token) {
        Post post = StatusFetch.named(world, JsonBody.of(call), token);
        if (post.isSettled(world.nowFor(post))) {
            throw new Refusal(400, "publish_not_cancellable", "The post can no longer be cancelled");
        }
        world.fail(post.publishId(), "publish_cancelled");
        return new JsonObject();
    }
}
