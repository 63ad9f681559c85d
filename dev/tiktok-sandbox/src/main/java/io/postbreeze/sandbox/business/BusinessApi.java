package io.postbreeze.sandbox.business;

import io.postbreeze.sandbox.SandboxConfig.BusinessApp;
import io.postbreeze.sandbox.oauth.Codes;
import io.postbreeze.sandbox.oauth.Grants;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.function.Function;

/** Everything under {@code /open_api/v1.3/}. */
public final class BusinessApi {
    private static final String BASE = BusinessEnvelope.PREFIX + "v1.3/";

    private final World world;
    private final BusinessDoor door;
    private final BusinessTokens tokens;

    /** The API of a world, for an app. */
    public BusinessApi(World world, BusinessApp app, Codes codes, Grants grants) {
        this.world = world;
        this.door = new BusinessDoor(world);
        this.tokens = new BusinessTokens(world, app, codes, grants);
    }

    /** Tells a router its paths. */
    public void mount(Router router) {
        token(router, "tt_user/oauth2/token/", tokens::exchange);
        token(router, "tt_user/oauth2/refresh_token/", tokens::refresh);
        token(router, "tt_user/oauth2/revoke/", tokens::revoke);
        token(router, "tt_user/token_info/get/", tokens::info);
        AccountReport account = new AccountReport(world);
        VideoReport videos = new VideoReport(world);
        router.get(BASE + "business/get/").handler(call -> door.handle(call, account::of));
        router.get(BASE + "business/video/list/").handler(call -> door.handle(call, videos::of));
        router.route(BusinessEnvelope.PREFIX + "*").handler(call -> BusinessEnvelope.unknown(call, world.now()));
    }

    private void token(Router router, String path, Function<Query, JsonObject> answer) {
        router.post(BASE + path)
                .handler(call -> door.open(call, query -> {
                    door.limit();
                    return answer.apply(query);
                }));
    }
}
