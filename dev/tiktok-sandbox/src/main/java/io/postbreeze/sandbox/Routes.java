package io.postbreeze.sandbox;

import io.postbreeze.sandbox.admin.Ledger;
import io.postbreeze.sandbox.admin.PostsPage;
import io.postbreeze.sandbox.display.DisplayApi;
import io.postbreeze.sandbox.inspection.Examiner;
import io.postbreeze.sandbox.limit.Doorkeeper;
import io.postbreeze.sandbox.limit.Endpoint;
import io.postbreeze.sandbox.oauth.AuthorizePage;
import io.postbreeze.sandbox.oauth.Codes;
import io.postbreeze.sandbox.oauth.TokenEndpoint;
import io.postbreeze.sandbox.publish.CreatorInfo;
import io.postbreeze.sandbox.publish.StatusFetch;
import io.postbreeze.sandbox.publish.VideoInit;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.postbreeze.sandbox.upload.UploadEndpoint;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Which path leads where. */
final class Routes {
    private static final long MAX_BODY = 1 << 20;

    private final Router router;
    private final Doorkeeper door;

    private Routes(Router router, Doorkeeper door) {
        this.router = router;
        this.door = door;
    }

    static Router build(Vertx vertx, World world, SandboxConfig config, Supplier<String> uploadBase) {
        Router router = Router.router(vertx);
        Ledger ledger = new Ledger(world, config);
        Examiner examiner = new Examiner(vertx, world);
        examiner.resume();
        UploadEndpoint uploads = new UploadEndpoint(vertx, world, examiner::examine);
        router.route().handler(ledger::count);
        // Before the body handler: chunks are streamed, never gathered.
        router.put("/video/").handler(call -> uploads.put(call.request()));
        router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
        Routes routes = new Routes(router, new Doorkeeper(world));
        routes.oauth(world, config);
        routes.api(world, config, uploadBase);
        routes.admin(world, ledger);
        return router;
    }

    private void oauth(World world, SandboxConfig config) {
        Codes codes = new Codes(world);
        AuthorizePage page = new AuthorizePage(world, config, codes);
        TokenEndpoint tokens = new TokenEndpoint(world, config, codes);
        router.get("/v2/auth/authorize/").handler(page::show);
        router.post("/v2/auth/authorize/").handler(page::decide);
        router.post("/v2/oauth/token/").handler(tokens::token);
        router.post("/v2/oauth/revoke/").handler(tokens::revoke);
    }

    private void api(World world, SandboxConfig config, Supplier<String> uploadBase) {
        DisplayApi display = new DisplayApi(world, config);
        guarded(HttpMethod.POST, Endpoint.CREATOR_INFO, new CreatorInfo(world, config)::query);
        guarded(HttpMethod.POST, Endpoint.VIDEO_INIT, new VideoInit(world, config, uploadBase)::init);
        guarded(HttpMethod.POST, Endpoint.STATUS_FETCH, new StatusFetch(world, config)::fetch);
        guarded(HttpMethod.GET, Endpoint.USER_INFO, display::userInfo);
        guarded(HttpMethod.POST, Endpoint.VIDEO_LIST, display::videoList);
        guarded(HttpMethod.POST, Endpoint.VIDEO_QUERY, display::videoQuery);
    }

    private void guarded(HttpMethod method, Endpoint endpoint, BiFunction<RoutingContext, Token, JsonObject> answer) {
        router.route(method, endpoint.path()).handler(call -> door.handle(call, endpoint, answer));
    }

    private void admin(World world, Ledger ledger) {
        PostsPage page = new PostsPage(world, ledger);
        router.get("/").handler(page::show);
        router.get("/sandbox/health").handler(ledger::health);
        router.get("/sandbox/posts").handler(ledger::posts);
        router.get("/sandbox/creators").handler(ledger::creators);
        router.get("/sandbox/requests").handler(ledger::requests);
        router.get("/sandbox/posts/:uploadId/video").handler(page::video);
    }
}
