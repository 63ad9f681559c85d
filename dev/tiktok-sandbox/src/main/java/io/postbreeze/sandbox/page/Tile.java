package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.Creator;
import java.util.Locale;

/** A post as one picture of a grid, and a creator as a circle. */
final class Tile {
    private static final int LABEL = 80;
    private static final int HUES = 8;

    private Tile() {}

    static String of(Shown shown) {
        String views = shown.numbers()
                .map(numbers -> "<span class=\"views\">%s%s<span class=\"sr\"> views</span></span>"
                        .formatted(Icon.PLAY.svg(), Words.compact(numbers.views())))
                .orElse("");
        return """
                <a class="tile" href="%s"><span class="sr">%s</span>%s%s<span class="corner">%s</span></a>
                """.formatted(shown.address(), title(shown), cover(shown), views, corner(shown));
    }

    private static String title(Shown shown) {
        String caption = Words.begin(shown.post().info().caption(), LABEL);
        String kind = shown.isVideo() ? "Video" : "Photos";
        return caption.isEmpty() ? kind + " without a caption" : kind + ": " + caption;
    }

    /** The cover, or why there is none. */
    static String cover(Shown shown) {
        int index = shown.isVideo() ? 0 : shown.coverIndex();
        if (shown.post().media().isEmpty() || !shown.isKept(index)) {
            return "<span class=\"nothing\">%s<span>not kept</span></span>".formatted(Icon.GONE.svg());
        }
        return shown.isVideo()
                ? "<video muted playsinline preload=\"none\" tabindex=\"-1\" aria-hidden=\"true\" src=\"%s\"></video>"
                        .formatted(shown.videoAtCover())
                : "<img loading=\"lazy\" alt=\"\" src=\"%s\">".formatted(shown.file(index));
    }

    private static String corner(Shown shown) {
        int photos = shown.post().media().size();
        int posts = shown.post().postIds().size();
        String kind = shown.isVideo() ? "" : Icon.PHOTOS.svg() + "<span>" + photos + "</span>";
        String several = posts > 1 ? "<span>×" + posts + "</span>" : "";
        return kind + several + lock(shown) + (shown.isPublic() || shown.tone().equals("good") ? "" : shown.pill());
    }

    private static String lock(Shown shown) {
        return shown.post().info().privacyLevel().equals("SELF_ONLY")
                ? Icon.LOCK.svg() + "<span class=\"sr\">only me</span>"
                : "";
    }

    /** Stands for a creator's face. */
    static String avatar(Creator creator) {
        return "<span class=\"avatar hue%d\" aria-hidden=\"true\">%s</span>"
                .formatted(
                        Math.floorMod(creator.handle().toLowerCase(Locale.ROOT).hashCode(), HUES),
                        Words.initial(creator.displayName()));
    }

    /** A creator's lock, when the account is private. */
    static String privateLock(Creator creator) {
        return creator.isPrivate()
                ? "<span class=\"lock\" title=\"Private account\">" + Icon.LOCK.svg()
                        + "<span class=\"sr\">private account</span></span>"
                : "";
    }

    /** A creator's names, the way every page shows them. */
    static String names(Creator creator, String heading) {
        return "<%1$s class=\"name\"><bdi>%2$s</bdi>%3$s</%1$s><p class=\"handle\">@%4$s</p>"
                .formatted(
                        heading,
                        Html.escape(creator.displayName()),
                        privateLock(creator),
                        Html.escape(creator.handle()));
    }
}
