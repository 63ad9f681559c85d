package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.http.Assets;
import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Everything here that is made for eyes. */
public final class Pages {
    private final World world;
    private final ProfilePage profiles;

    /** Pages about a world. */
    public Pages(World world) {
        this.world = world;
        this.profiles = new ProfilePage(world);
    }

    /** Adds their paths. */
    public void mount(Vertx vertx, Router router) {
        MediaResponse media = new MediaResponse(vertx.fileSystem(), world);
        router.get("/").handler(new HubPage(world)::show);
        router.get("/operator").handler(OperatorPage::show);
        router.get("/pages/:name").handler(Assets::send);
        router.get("/@:handle").handler(this::profile);
        router.get("/@:handle/post/:id").handler(call -> post(call, Pages::isAct));
        router.get("/@:handle/video/:id").handler(call -> post(call, Pages::isVideo));
        router.get("/@:handle/photo/:id").handler(call -> post(call, Pages::isPhoto));
        router.get("/@*").handler(Pages::nothing);
        router.get("/sandbox/posts/:publishId/video").handler(media::send);
        router.get("/sandbox/publishes/:publishId/media/:index").handler(media::send);
    }

    private void profile(RoutingContext call) {
        creator(call).ifPresentOrElse(creator -> profiles.show(call, creator), () -> nothing(call));
    }

    /** By handle alone: an open id in an address would be a second name for the same page. */
    private Optional<Creator> creator(RoutingContext call) {
        String handle = String.valueOf(call.pathParam("handle"));
        return world.creator(handle).filter(creator -> creator.handle().equals(handle));
    }

    private void post(RoutingContext call, BiPredicate<Shown, String> isAsked) {
        String id = String.valueOf(call.pathParam("id"));
        creator(call).stream()
                .flatMap(creator -> world.postsOf(creator.openId()).stream())
                .map(post -> Shown.of(post, world))
                .filter(shown -> isAsked.test(shown, id))
                .findFirst()
                .ifPresentOrElse(shown -> PostPage.show(call, shown), () -> nothing(call));
    }

    private static boolean isAct(Shown shown, String id) {
        return shown.post().publishId().equals(id);
    }

    private static boolean isVideo(Shown shown, String id) {
        return shown.isVideo() && isShared(shown, id);
    }

    private static boolean isPhoto(Shown shown, String id) {
        return shown.post().kind() == Post.Kind.PHOTO && isShared(shown, id);
    }

    /** TikTok's own address of a post leads to it once there is something to see. */
    private static boolean isShared(Shown shown, String id) {
        return shown.isOnProfile()
                && shown.post().postIds().stream()
                        .anyMatch(postId -> String.valueOf(postId).equals(id));
    }

    private static void nothing(RoutingContext call) {
        Html.own(call, 404, "Not found", """
                <div class="lost"><p class="code" aria-hidden="true">404</p><h1>There is nothing here</h1>
                <p class="muted">No such creator or post, or it is gone.</p><p><a href="/">All profiles</a></p></div>
                """);
    }
}
