package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.display.AccountNumbers;
import io.postbreeze.sandbox.display.Entry;
import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.World;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code GET /@{handle}}: a creator's profile, and beneath it what is not on it. */
final class ProfilePage {
    private static final int ON_A_PAGE = 60;
    private static final int MOST_LINES = 30;
    private static final int LINE = 90;

    private final World world;

    ProfilePage(World world) {
        this.world = world;
    }

    void show(RoutingContext call, Creator creator) {
        List<Shown> posts = world.postsOf(creator.openId()).stream()
                .map(post -> Shown.of(post, world))
                .toList();
        List<Shown> onProfile = posts.stream().filter(Shown::isOnProfile).toList();
        List<Shown> others =
                posts.stream().filter(shown -> !shown.isOnProfile()).toList();
        int page = page(call, onProfile.size());
        String body = """
                <div data-live="%s"><section class="profile">%s<div>%s%s<p class="bio muted">%s</p></div></section>
                %s%s%s</div>
                """.formatted(
                        fingerprint(world, posts.stream()),
                        Tile.avatar(creator),
                        Tile.names(creator, "h1"),
                        counts(creator),
                        account(creator),
                        grid(onProfile, page),
                        pager(creator, onProfile.size(), page),
                        others.isEmpty() ? "" : strip(others));
        Html.own(call, 200, "@" + creator.handle(), body, "tiles.js", "live.js");
    }

    /** Changes when a page about these posts would look different, apart from numbers that grow. */
    static String fingerprint(World world, Stream<Shown> posts) {
        int posted = posts.map(Shown::fingerprint).toList().hashCode();
        return Integer.toHexString(31 * posted + world.creators().hashCode());
    }

    private static int page(RoutingContext call, int size) {
        String asked = Optional.ofNullable(call.request().getParam("page")).orElse("1");
        int last = Math.max(1, (size + ON_A_PAGE - 1) / ON_A_PAGE);
        return asked.matches("[1-9]\\d{0,6}") ? Math.min(last, Integer.parseInt(asked)) : 1;
    }

    private String counts(Creator creator) {
        AccountNumbers numbers = AccountNumbers.of(creator, Entry.of(world, creator.openId()), world.now());
        return """
                <ul class="stats"><li><b>%s</b> Following</li><li><b>%s</b> Followers</li><li><b>%s</b> Likes</li></ul>
                """.formatted(
                        Words.compact(creator.followers() / 20),
                        Words.compact(numbers.followers()),
                        Words.compact(numbers.likes()));
    }

    private static String account(Creator creator) {
        String off = creator.interactionsDisabled().isEmpty()
                ? ""
                : " · no " + creator.interactionsDisabled().stream().sorted().collect(Collectors.joining(", no "));
        return "%s%s account · videos up to %s%s%s"
                .formatted(
                        creator.isPrivate() ? "Private" : "Public",
                        creator.business() ? " business" : "",
                        Words.length(creator.maxDurationSeconds() * 1_000L),
                        off,
                        creator.banned() ? " · <strong class=\"warn\">banned from posting</strong>" : "");
    }

    private static String grid(List<Shown> posts, int page) {
        if (posts.isEmpty()) {
            return "<p class=\"empty big\">No posts on this profile yet.</p>";
        }
        return "<section class=\"grid\" aria-label=\"Posts\">"
                + posts.stream()
                        .skip((page - 1L) * ON_A_PAGE)
                        .limit(ON_A_PAGE)
                        .map(Tile::of)
                        .collect(Collectors.joining())
                + "</section>";
    }

    private static String pager(Creator creator, int size, int page) {
        if (size <= ON_A_PAGE) {
            return "";
        }
        String address = "/@" + Html.escape(creator.handle()) + "?page=";
        String newer = page > 1 ? "<a href=\"" + address + (page - 1) + "\">Newer</a>" : "";
        String older = page * ON_A_PAGE < size ? "<a href=\"" + address + (page + 1) + "\">Older</a>" : "";
        return "<nav class=\"pager\" aria-label=\"More posts\">" + newer + older + "</nav>";
    }

    private static String strip(List<Shown> others) {
        String lines = others.stream().limit(MOST_LINES).map(ProfilePage::line).collect(Collectors.joining());
        String more = others.size() > MOST_LINES
                ? "<p class=\"muted\">And " + (others.size() - MOST_LINES) + " older ones.</p>"
                : "";
        return """
                <section class="panel strip"><h2>Not on the profile</h2><ul>%s</ul>%s</section>
                """.formatted(lines, more);
    }

    private static String line(Shown shown) {
        String caption = Words.begin(shown.post().info().caption(), LINE);
        String reason = shown.post()
                .failReason(shown.now())
                .map(why -> "<code>" + Html.escape(why) + "</code>")
                .orElse("");
        return """
                <li><a href="%s">%s<span class="line" dir="auto">%s</span></a>%s%s</li>
                """.formatted(
                        shown.address(),
                        shown.pill(),
                        caption.isEmpty() ? shown.isVideo() ? "Video" : "Photos" : caption,
                        reason,
                        progress(shown));
    }

    /** How far an upload is, while it lasts. */
    static String progress(Shown shown) {
        long size = shown.post().transfer().plan().videoSize();
        if (!shown.stands().equals("Receiving") || size == 0) {
            return "";
        }
        long received = shown.post().transfer().receivedBytes();
        return "<span class=\"progress\"><progress max=\"%d\" value=\"%d\" aria-label=\"Bytes received\"></progress> %s of %s</span>"
                .formatted(size, received, Words.size(received), Words.size(size));
    }
}
