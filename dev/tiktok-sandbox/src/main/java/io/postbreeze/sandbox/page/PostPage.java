package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.display.Numbers;
import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.PostInfo;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code GET /@{handle}/post/{publishId}}: one post with its player or carousel, and all that is known about it. */
final class PostPage {
    private PostPage() {}

    static void show(RoutingContext call, Shown shown) {
        PostInfo info = shown.post().info();
        String body = """
                <article class="post" data-live="%s"><div class="stage">%s</div><div class="about">
                <div class="author"><a class="who" href="%s">%s<span>%s</span></a>%s</div>
                %s<div class="labels">%s</div>%s<p class="caption" dir="auto">%s</p>
                <p class="music">%s%s</p>%s<ul class="rules">%s</ul>%s</div></article>
                """.formatted(
                Integer.toHexString(shown.fingerprint().hashCode()),
                Stage.of(shown),
                shown.profile(),
                Tile.avatar(shown.creator()),
                Tile.names(shown.creator(), "strong").replace("<p ", "<span ").replace("</p>", "</span>"),
                shown.pill(),
                reason(shown),
                labels(info),
                headline(info),
                Words.caption(info.caption()),
                Icon.NOTE.svg(),
                music(shown),
                numbers(shown),
                rules(info),
                Facts.of(shown));
        Html.own(call, 200, "Post by @" + shown.creator().handle(), body, "carousel.js", "live.js");
    }

    private static String reason(Shown shown) {
        return shown.post()
                .failReason(shown.now())
                .map(why -> "<p class=\"failure\" role=\"status\">This post failed: <code>" + Html.escape(why)
                        + "</code></p>")
                .orElse("");
    }

    /** What viewers are told: branded content outranks one's own brand. */
    static String labels(PostInfo info) {
        List<String> labels = new ArrayList<>();
        if (info.brandContent()) {
            labels.add("Paid partnership");
        } else if (info.brandOrganic()) {
            labels.add("Promotional content");
        }
        if (info.aiGenerated()) {
            labels.add("AI-generated");
        }
        return labels.stream()
                .map(label -> "<span class=\"label\">" + label + "</span>")
                .collect(Collectors.joining());
    }

    private static String headline(PostInfo info) {
        String title = info.title();
        return title == null || title.isBlank()
                ? "<h1 class=\"sr\">Post</h1>"
                : "<h1 class=\"headline\" dir=\"auto\">" + Words.caption(title) + "</h1>";
    }

    private static String music(Shown shown) {
        if (shown.isVideo()) {
            return "Original sound · <bdi>" + Html.escape(shown.creator().displayName()) + "</bdi>";
        }
        return shown.post().info().autoAddMusic() ? "Recommended music, added by TikTok" : "No music";
    }

    private static String numbers(Shown shown) {
        return shown.numbers().map(PostPage::numbers).orElse("");
    }

    private static String numbers(Numbers numbers) {
        return "<ul class=\"numbers\">" + number(Icon.PLAY, numbers.views(), "views")
                + number(Icon.HEART, numbers.likes(), "likes")
                + number(Icon.COMMENT, numbers.comments(), "comments")
                + number(Icon.SHARE, numbers.shares(), "shares") + "</ul>";
    }

    private static String number(Icon icon, long count, String what) {
        return "<li>%s<b title=\"%s\">%s</b> <span>%s</span></li>"
                .formatted(icon.svg(), Words.whole(count), Words.compact(count), what);
    }

    private static String rules(PostInfo info) {
        boolean isSecret = info.privacyLevel().equals("SELF_ONLY");
        return "<li class=\"privacy\">%s<span class=\"sr\">Who can see it: </span>%s</li>%s%s%s"
                .formatted(
                        isSecret ? Icon.LOCK.svg() : "",
                        Words.privacy(info.privacyLevel()),
                        rule("Comments", info.commentDisabled()),
                        rule("Duet", info.duetDisabled()),
                        rule("Stitch", info.stitchDisabled()));
    }

    private static String rule(String what, boolean isOff) {
        return "<li class=\"%s\">%s %s</li>".formatted(isOff ? "off" : "on", what, isOff ? "off" : "on");
    }
}
