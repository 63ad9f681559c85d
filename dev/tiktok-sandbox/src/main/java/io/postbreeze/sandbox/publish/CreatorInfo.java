package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** {@code creator_info/query}: what this creator may post right now. */
public final class CreatorInfo {
    private final World world;

    /** An endpoint. */
    public CreatorInfo(World world) {
        this.world = world;
    }

    /** The answer's data; a creator who cannot post now is refused with HTTP 200, as TikTok documents. */
    public JsonObject query(RoutingContext call, Token token) {
        Creator creator = world.creator(token.openId()).orElseThrow(Refusal::badToken);
        Quotas.refusal(world, creator).ifPresent(code -> {
            throw new Refusal(200, code, "This user cannot make new posts at this moment");
        });
        return new JsonObject()
                .put("creator_avatar_url", "https://p16-sign.tiktokcdn.example/" + creator.handle() + ".jpeg")
                .put("creator_username", creator.handle())
                .put("creator_nickname", creator.displayName())
                .put("privacy_level_options", new JsonArray(creator.privacyOptions()))
                .put("comment_disabled", creator.forbids("comment"))
                .put("duet_disabled", creator.forbids("duet"))
                .put("stitch_disabled", creator.forbids("stitch"))
                .put("max_video_post_duration_sec", creator.maxDurationSeconds());
    }
}
