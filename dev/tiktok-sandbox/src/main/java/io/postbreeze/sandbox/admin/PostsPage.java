package io.postbreeze.sandbox.admin;

import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code GET /}: each creator's posts to look at, with a player. */
public final class PostsPage {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{0,18})");

    private final World world;
    private final Ledger ledger;

    /** A page over a ledger. */
    public PostsPage(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    /** The page. */
    public void show(RoutingContext call) {
        String creators = world.creators().stream().map(this::section).collect(Collectors.joining());
        Html.page(
                call,
                200,
                "TikTok sandbox",
                "<p class=muted>What this TikTok received. Nothing here leaves the machine.</p>" + creators);
    }

    private String section(Creator creator) {
        List<Post> posts = world.posts().stream()
                .filter(post -> post.openId().equals(creator.openId()))
                .toList();
        String cards = posts.isEmpty()
                ? "<p class=muted>No posts yet.</p>"
                : "<div class=grid>" + posts.stream().map(this::card).collect(Collectors.joining()) + "</div>";
        return "<h2>@%s <span class=muted>%s, %s account</span></h2>%s"
                .formatted(
                        Html.escape(creator.username()),
                        Html.escape(creator.displayName()),
                        creator.privateAccount() ? "private" : "public",
                        cards);
    }

    private String card(Post post) {
        JsonObject view = ledger.view(post);
        String status = view.getString("status");
        String tone = status.equals("PUBLISH_COMPLETE") ? "good" : status.equals("FAILED") ? "bad" : "";
        String player = post.received() == null
                ? ""
                : "<video controls preload=metadata src='/sandbox/posts/%s/video'></video>".formatted(post.uploadId());
        return """
                <article class=card>%s<div class=body><span class="tag %s">%s</span><span class=tag>%s</span>
                <div class=caption>%s</div><dl><dt>post</dt><dd>%s</dd><dt>publish id</dt><dd>%s</dd>
                <dt>bytes</dt><dd>%s of %s in %d chunks</dd><dt>sha-256</dt><dd>%s</dd><dt>begun</dt><dd>%s</dd></dl>
                </div></article>
                """.formatted(
                        player,
                        tone,
                        Html.escape(Optional.ofNullable(view.getString("failReason"))
                                .map(reason -> status + ": " + reason)
                                .orElse(status)),
                        Html.escape(post.privacyLevel()),
                        Html.escape(post.caption()),
                        Optional.ofNullable(view.getString("postId")).orElse("not public"),
                        Html.escape(post.publishId()),
                        grouped(post.receivedBytes()),
                        grouped(post.videoSize()),
                        post.chunkCount(),
                        Optional.ofNullable(view.getString("sha256")).orElse("–"),
                        post.createdAt());
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code GET /sandbox/posts/{uploadId}/video}: the received file, in ranges if a player asks for them. */
    public void video(RoutingContext call) {
        Optional<Post> post = Optional.ofNullable(call.pathParam("uploadId"))
                .flatMap(world::upload)
                .filter(found -> found.received() != null);
        if (post.isEmpty()) {
            call.response().setStatusCode(404).end();
            return;
        }
        long size = post.get().videoSize();
        Matcher range = RANGE.matcher(
                Optional.ofNullable(call.request().getHeader("Range")).orElse(""));
        long first = range.matches() ? Long.parseLong(range.group(1)) : 0;
        long last = range.matches() && !range.group(2).isEmpty() ? Long.parseLong(range.group(2)) : size - 1;
        HttpServerResponse response =
                call.response().putHeader("Content-Type", "video/mp4").putHeader("Accept-Ranges", "bytes");
        if (first >= size) {
            response.setStatusCode(416)
                    .putHeader("Content-Range", "bytes */" + size)
                    .end();
            return;
        }
        last = Math.min(last, size - 1);
        if (range.matches()) {
            response.setStatusCode(206).putHeader("Content-Range", "bytes " + first + "-" + last + "/" + size);
        }
        response.sendFile(world.video(post.get()).toString(), first, last - first + 1);
    }
}
