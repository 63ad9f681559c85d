package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.World;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code GET /}: everyone who lives here, with what they posted last. */
final class HubPage {
    private static final int NEWEST = 6;
    private static final int MOST_CREATORS = 60;

    private final World world;

    HubPage(World world) {
        this.world = world;
    }

    void show(RoutingContext call) {
        Map<String, List<Shown>> posts = world.posts().stream()
                .map(post -> Shown.of(post, world))
                .collect(Collectors.groupingBy(shown -> shown.creator().openId()));
        List<Creator> creators = world.creators();
        String sections = creators.stream()
                // Whoever posts comes first; the others stay in the order of their coming.
                .sorted(Comparator.comparing(creator -> !posts.containsKey(creator.openId())))
                .limit(MOST_CREATORS)
                .map(creator -> section(creator, posts.getOrDefault(creator.openId(), List.of())))
                .collect(Collectors.joining());
        String more = creators.size() > MOST_CREATORS
                ? "<p class=\"muted\">And %s more, on the <a href=\"/operator\">operator's page</a>.</p>"
                        .formatted(Words.whole(creators.size() - MOST_CREATORS))
                : "";
        String body = """
                <div class="intro"><h1>Profiles</h1>
                <p class="muted">What this TikTok received. Nothing here leaves the machine.
                <a href="/operator">Steer it on the operator's page</a>.</p></div>
                <div class="hub" data-live="%s">%s</div>%s
                """.formatted(
                        ProfilePage.fingerprint(world, posts.values().stream().flatMap(List::stream)), sections, more);
        Html.own(call, 200, "Profiles", body, "tiles.js", "live.js");
    }

    private static String section(Creator creator, List<Shown> posts) {
        List<Shown> onProfile = posts.stream().filter(Shown::isOnProfile).toList();
        int under = posts.size() - onProfile.size();
        String tiles = onProfile.stream().limit(NEWEST).map(Tile::of).collect(Collectors.joining());
        return """
                <section class="panel person" aria-label="@%1$s">
                <a class="who" href="/@%1$s">%2$s<span>%3$s</span></a>
                <p class="counts"><b>%4$d</b> on the profile%5$s</p>%6$s</section>
                """.formatted(
                        Html.escape(creator.handle()),
                        Tile.avatar(creator),
                        Tile.names(creator, "strong").replace("<p ", "<span ").replace("</p>", "</span>"),
                        onProfile.size(),
                        under == 0 ? "" : " · <b>" + under + "</b> not",
                        tiles.isEmpty()
                                ? "<p class=\"empty\">Nothing to see yet.</p>"
                                : "<div class=\"row\" tabindex=\"0\" role=\"group\" aria-label=\"Newest posts\">"
                                        + tiles + "</div>");
    }
}
