package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.display.Numbers;
import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code GET /}: each creator's posts to look at, with a player. */
public final class PostsPage {
    private static final Pattern TAG = Pattern.compile("(?<![\\p{L}\\p{N}_&])([#@][\\p{L}\\p{N}_.]+)");
    /** Shows what is new by itself, but never under the eyes of somebody who is watching or reading. */
    private static final String REFRESH = """
            <script>let seen;setInterval(async()=>{if(document.hidden)return;
            const now=await fetch('/sandbox/posts').then(a=>a.text()).catch(()=>seen);
            const busy=document.querySelector('details[open]')||[...document.querySelectorAll('video')].some(v=>!v.paused);
            if(seen&&now!==seen&&!busy)location.reload();else seen=seen||now},2000)</script>""";

    private static final int SHORT_HASH = 12;

    private final World world;

    /** A page about a world. */
    public PostsPage(World world) {
        this.world = world;
    }

    /** The page. */
    public void show(RoutingContext call) {
        String creators = world.creators().stream().map(this::profile).collect(Collectors.joining());
        Html.page(
                call,
                200,
                "TikTok sandbox",
                "<p class=muted>What this TikTok received. Nothing here leaves the machine.</p>" + creators + REFRESH);
    }

    private String profile(Creator creator) {
        List<Post> posts = world.postsOf(creator.openId());
        String cards = posts.isEmpty()
                ? "<p class=\"muted none\">No posts yet.</p>"
                : "<div class=grid>" + posts.stream().map(this::card).collect(Collectors.joining()) + "</div>";
        return """
                <section><header><span class=avatar>%s</span><div><h2>@%s</h2>
                <span class=muted>%s · %s account · posts up to %d s</span></div></header>%s</section>
                """.formatted(
                        Html.escape(creator.displayName().substring(0, 1)),
                        Html.escape(creator.handle()),
                        Html.escape(creator.displayName()),
                        creator.isPrivate() ? "private" : "public",
                        creator.maxDurationSeconds(),
                        cards);
    }

    private String card(Post post) {
        return """
                <article class=card>%s<div class=body><div class=tags>%s</div><div class=caption>%s</div>%s
                <details><summary>%s · %s</summary><dl>%s</dl></details></div></article>
                """.formatted(
                        picture(post),
                        tags(post),
                        caption(post.info().caption()),
                        numbers(post),
                        size(post.transfer().receivedBytes()),
                        post.isWhole() ? "SHA-256 " + hash(post, SHORT_HASH) + "…" : "details",
                        facts(post));
    }

    private static String picture(Post post) {
        if (post.isWhole()) {
            return "<video controls preload=metadata src=\"/sandbox/posts/%s/video#t=0.1\"></video>"
                    .formatted(Html.escape(post.publishId()));
        }
        return "<div class=waiting><progress max=%d value=%d></progress><span>%s of %s</span></div>"
                .formatted(
                        post.transfer().plan().videoSize(),
                        post.transfer().receivedBytes(),
                        size(post.transfer().receivedBytes()),
                        size(post.transfer().plan().videoSize()));
    }

    private String tags(Post post) {
        Instant now = world.nowFor(post);
        String status = post.status(now);
        String tone = switch (status) {
            case "PUBLISH_COMPLETE" -> "good";
            case "FAILED" -> "bad";
            default -> "busy";
        };
        String reason = post.failReason(now).map(why -> ": " + why).orElse("");
        return tag(tone, status + reason) + tag("", post.info().privacyLevel()) + label(post);
    }

    /** The label that viewers see: branded content outranks one's own brand. */
    private static String label(Post post) {
        String disclosure = post.info().brandContent()
                ? tag("", "Paid partnership")
                : post.info().brandOrganic() ? tag("", "Promotional content") : "";
        return disclosure + (post.info().aiGenerated() ? tag("", "AI-generated") : "");
    }

    private static String tag(String tone, String text) {
        return "<span class=\"tag %s\">%s</span>".formatted(tone, Html.escape(text));
    }

    private static String caption(String caption) {
        return TAG.matcher(Html.escape(caption)).replaceAll("<b>$1</b>");
    }

    private String numbers(Post post) {
        if (!post.isPublic(world.nowFor(post))) {
            return "";
        }
        Numbers numbers = Numbers.of(post, world.now());
        return String.format(
                Locale.ROOT,
                "<p class=numbers><span>%,d views</span><span>%,d likes</span>"
                        + "<span>%,d comments</span><span>%,d shares</span></p>",
                numbers.views(),
                numbers.likes(),
                numbers.comments(),
                numbers.shares());
    }

    private String facts(Post post) {
        boolean isPublic = post.isPublic(world.nowFor(post));
        return fact("post id", isPublic ? String.valueOf(post.postId()) : "not public")
                + fact("publish id", post.publishId())
                + fact(
                        "bytes",
                        String.format(
                                Locale.ROOT,
                                "%,d of %,d",
                                post.transfer().receivedBytes(),
                                post.transfer().plan().videoSize()))
                + fact(
                        "discarded",
                        String.format(Locale.ROOT, "%,d", post.transfer().discardedBytes()))
                + fact("chunks", String.valueOf(post.transfer().plan().count()))
                + fact("SHA-256", hash(post, Integer.MAX_VALUE))
                + fact("begun", post.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String hash(Post post, int most) {
        String hash = post.media().isEmpty() ? "" : post.media().getFirst().sha256();
        return hash.substring(0, Math.min(most, hash.length()));
    }

    private static String fact(String name, String value) {
        return "<dt>" + name + "</dt><dd>" + Html.escape(value) + "</dd>";
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
