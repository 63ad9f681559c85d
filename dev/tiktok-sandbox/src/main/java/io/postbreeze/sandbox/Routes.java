package io.postbreeze.sandbox;

import io.postbreeze.sandbox.admin.ApiDocument;
import io.postbreeze.sandbox.admin.CreatorAdmin;
import io.postbreeze.sandbox.admin.Ledger;
import io.postbreeze.sandbox.admin.PropertyAdmin;
import io.postbreeze.sandbox.admin.TokenAdmin;
import io.postbreeze.sandbox.admin.WorldAdmin;
import io.postbreeze.sandbox.business.BusinessApi;
import io.postbreeze.sandbox.business.BusinessEnvelope;
import io.postbreeze.sandbox.display.DisplayApi;
import io.postbreeze.sandbox.fault.Faults;
import io.postbreeze.sandbox.fault.Saboteur;
import io.postbreeze.sandbox.http.BadCommand;
import io.postbreeze.sandbox.http.Envelope;
import io.postbreeze.sandbox.inspection.Examiner;
import io.postbreeze.sandbox.ledger.RequestLedger;
import io.postbreeze.sandbox.limit.Doorkeeper;
import io.postbreeze.sandbox.limit.Endpoint;
import io.postbreeze.sandbox.oauth.AuthorizePage;
import io.postbreeze.sandbox.oauth.Codes;
import io.postbreeze.sandbox.oauth.Grants;
import io.postbreeze.sandbox.oauth.TokenEndpoint;
import io.postbreeze.sandbox.page.OwnSite;
import io.postbreeze.sandbox.page.Pages;
import io.postbreeze.sandbox.publish.Cancel;
import io.postbreeze.sandbox.publish.CreatorInfo;
import io.postbreeze.sandbox.publish.Inits;
import io.postbreeze.sandbox.publish.Quotas;
import io.postbreeze.sandbox.publish.StatusFetch;
import io.postbreeze.sandbox.pull.Puller;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.postbreeze.sandbox.upload.UploadEndpoint;
import io.postbreeze.sandbox.webhook.Callback;
import io.postbreeze.sandbox.webhook.Webhooks;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Which path leads where. */
final class Routes {
    private static final long MAX_BODY = 1 << 20;

    private final Router router;
    private final World world;
    private final SandboxConfig config;
    private final Grants grants;

    private Routes(Router router, World world, SandboxConfig config) {
        this.router = router;
        this.world = world;
        this.config = config;
        this.grants = new Grants(world);
    }

    static Router build(Vertx vertx, World world, SandboxConfig config, Supplier<String> uploadBase) {
        Router router = Router.router(vertx);
        Examiner examiner = new Examiner(vertx, world, post -> Quotas.oneTooMany(world, post));
        Puller puller = new Puller(vertx, world, examiner::examine);
        RequestLedger requests = new RequestLedger(world);
        Faults faults = new Faults(world);
        config.scenario().ifPresent(file -> begin(faults, file));
        UploadEndpoint uploads = new UploadEndpoint(world, examiner::examine);
        router.route().handler(Routes::readQuery).failureHandler(call -> broken(call, world));
        OwnSite site = new OwnSite(config.publicUrl());
        router.route("/sandbox/*").handler(site::guard);
        router.route("/v2/auth/*").handler(site::guard);
        router.route().handler(requests::note);
        router.route().handler(new Saboteur(world, faults)::pass);
        // Before the body handler: chunks are streamed, never gathered.
        router.put("/video/").handler(call -> uploads.put(call.request()));
        router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
        Routes routes = new Routes(router, world, config);
        new Pages(world).mount(vertx, router);
        routes.oauth();
        routes.api(new Inits(world, uploadBase, puller::pull));
        routes.admin(vertx, requests, faults);
        // When everyone listens to what becomes of posts, and on the one thread that may change them.
        vertx.runOnContext(begin -> {
            examiner.resume();
            puller.resume();
        });
        return router;
    }

    private static void begin(Faults faults, Path scenario) {
        try {
            faults.arm(Files.readString(scenario));
        } catch (BadCommand | IOException e) {
            throw new IllegalStateException("SANDBOX_SCENARIO makes no sense: " + e.getMessage(), e);
        }
    }

    private static void broken(RoutingContext call, World world) {
        if (BusinessEnvelope.owns(call)) {
            BusinessEnvelope.broken(call, world.now());
        } else {
            Envelope.broken(call, world.now());
        }
    }

    /** Fails with 400 what cannot be decoded, before an endpoint stumbles over it. */
    private static void readQuery(RoutingContext call) {
        call.queryParams();
        call.next();
    }

    private void oauth() {
        Codes codes = new Codes(world);
        AuthorizePage page = new AuthorizePage(world, config, codes);
        TokenEndpoint tokens = new TokenEndpoint(world, config, codes, grants);
        router.get("/v2/auth/authorize/").handler(page::show);
        router.post("/v2/auth/authorize/").handler(page::decide);
        router.post("/v2/oauth/token/").handler(tokens::token);
        router.post("/v2/oauth/revoke/").handler(tokens::revoke);
        new BusinessApi(world, config.business(), codes, grants).mount(router);
    }

    private void api(Inits inits) {
        Doorkeeper door = new Doorkeeper(world);
        DisplayApi display = new DisplayApi(world);
        guarded(door, HttpMethod.POST, Endpoint.CREATOR_INFO, new CreatorInfo(world)::query);
        guarded(door, HttpMethod.POST, Endpoint.VIDEO_INIT, inits::video);
        guarded(door, HttpMethod.POST, Endpoint.INBOX_INIT, inits::inboxVideo);
        guarded(door, HttpMethod.POST, Endpoint.CONTENT_INIT, inits::content);
        guarded(door, HttpMethod.POST, Endpoint.CANCEL, new Cancel(world)::cancel);
        guarded(door, HttpMethod.POST, Endpoint.STATUS_FETCH, new StatusFetch(world)::fetch);
        guarded(door, HttpMethod.GET, Endpoint.USER_INFO, display::userInfo);
        guarded(door, HttpMethod.POST, Endpoint.VIDEO_LIST, display::videoList);
        guarded(door, HttpMethod.POST, Endpoint.VIDEO_QUERY, display::videoQuery);
    }

    private void guarded(
            Doorkeeper door,
            HttpMethod method,
            Endpoint endpoint,
            BiFunction<RoutingContext, Token, JsonObject> answer) {
        router.route(method, endpoint.path()).handler(call -> door.handle(call, endpoint, answer));
    }

    private void admin(Vertx vertx, RequestLedger requests, Faults faults) {
        command(HttpMethod.GET, "/sandbox/openapi.yaml", new ApiDocument()::send);
        command(HttpMethod.GET, "/sandbox/requests", requests::list);
        command(HttpMethod.GET, "/sandbox/requests/summary", requests::summary);
        command(HttpMethod.POST, "/sandbox/faults", faults::add);
        command(HttpMethod.GET, "/sandbox/faults", faults::list);
        command(HttpMethod.DELETE, "/sandbox/faults", faults::clear);
        command(HttpMethod.DELETE, "/sandbox/faults/:id", faults::remove);
        Webhooks webhooks = new Webhooks(
                vertx, world, config.dataDirectory(), new Callback(vertx, config.clientKey(), config.clientSecret()));
        command(HttpMethod.GET, "/sandbox/webhooks", webhooks::list);
        ledger();
        people();
        behaviour();
    }

    private void ledger() {
        Ledger ledger = new Ledger(world);
        command(HttpMethod.GET, "/sandbox/health", ledger::health);
        command(HttpMethod.GET, "/sandbox/posts", ledger::posts);
        command(HttpMethod.GET, "/sandbox/publishes", ledger::publishes);
        command(HttpMethod.GET, "/sandbox/uploads", ledger::uploads);
        command(HttpMethod.POST, "/sandbox/publishes/:publishId/complete", ledger::complete);
        command(HttpMethod.POST, "/sandbox/publishes/:publishId/remove", ledger::remove);
        command(HttpMethod.POST, "/sandbox/publishes/:publishId/moderate", ledger::moderate);
    }

    private void people() {
        CreatorAdmin creators = new CreatorAdmin(world);
        command(HttpMethod.POST, "/sandbox/creators", creators::create);
        command(HttpMethod.GET, "/sandbox/creators", creators::list);
        command(HttpMethod.GET, "/sandbox/creators/:openId", creators::show);
        command(HttpMethod.PATCH, "/sandbox/creators/:openId", creators::change);
        command(HttpMethod.POST, "/sandbox/creators/:openId/disconnect", creators::disconnect);
        command(HttpMethod.POST, "/sandbox/tokens", new TokenAdmin(world, grants)::create);
    }

    private void behaviour() {
        PropertyAdmin properties = new PropertyAdmin(world);
        command(HttpMethod.POST, "/sandbox/verified-properties", properties::own);
        command(HttpMethod.GET, "/sandbox/verified-properties", properties::owned);
        command(HttpMethod.DELETE, "/sandbox/verified-properties", properties::disown);
        command(HttpMethod.POST, "/sandbox/hosts", properties::map);
        command(HttpMethod.GET, "/sandbox/hosts", properties::hosts);
        command(HttpMethod.DELETE, "/sandbox/hosts", properties::unmap);
        WorldAdmin all = new WorldAdmin(world);
        command(HttpMethod.GET, "/sandbox/clock", all::clock);
        command(HttpMethod.POST, "/sandbox/clock", all::setClock);
        command(HttpMethod.GET, "/sandbox/settings", all::settings);
        command(HttpMethod.POST, "/sandbox/settings", all::change);
        command(HttpMethod.POST, "/sandbox/reset", all::reset);
    }

    private void command(HttpMethod method, String path, Handler<RoutingContext> command) {
        router.route(method, path).handler(BadCommand.guard(command));
    }
}
