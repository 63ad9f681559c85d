package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.state.Medium;
import java.util.List;
import java.util.stream.Collectors;

/** What a post looks like: a player, a carousel, or why there is nothing to see. */
final class Stage {
    private Stage() {}

    static String of(Shown shown) {
        List<Medium> media = shown.post().media();
        if (media.isEmpty()) {
            return "<div class=\"nothing\"><strong>%s</strong>%s</div>"
                    .formatted(waiting(shown), ProfilePage.progress(shown));
        }
        return shown.isVideo() ? video(shown) : carousel(shown, media);
    }

    private static String waiting(Shown shown) {
        return switch (shown.stands()) {
            case "Receiving" -> "Waiting for its bytes";
            case "Processing" -> "Being looked at";
            default -> "No media was kept";
        };
    }

    private static String video(Shown shown) {
        return shown.isKept(0)
                ? "<video controls loop playsinline preload=\"metadata\" src=\"%s\"></video>"
                        .formatted(shown.videoAtCover())
                : gone();
    }

    private static String gone() {
        return "<div class=\"nothing\">%s<strong>No longer kept</strong><span>The sandbox drops the oldest media when its limit is reached.</span></div>"
                .formatted(Icon.GONE.svg());
    }

    private static String carousel(Shown shown, List<Medium> media) {
        int count = media.size();
        String slides =
                media.stream().map(medium -> slide(shown, medium, count)).collect(Collectors.joining());
        return """
                <div class="carousel" role="region" aria-roledescription="carousel" aria-label="%1$d photos">
                <ol class="slides" tabindex="0" aria-label="Photos">%2$s</ol>
                <button class="arrow previous" type="button" hidden aria-label="Previous photo">%3$s</button>
                <button class="arrow next" type="button" hidden aria-label="Next photo">%4$s</button>
                <p class="place" aria-live="polite"><span class="at">1</span> / %1$d</p>
                <div class="dots" role="group" aria-label="Go to a photo"></div></div>
                """.formatted(count, slides, Icon.LEFT.svg(), Icon.RIGHT.svg());
    }

    private static String slide(Shown shown, Medium medium, int count) {
        String picture = shown.isKept(medium.index())
                ? "<img %s alt=\"Photo %d of %d\" src=\"%s\">"
                        .formatted(
                                medium.index() == 0 ? "" : "loading=\"lazy\"",
                                medium.index() + 1,
                                count,
                                shown.file(medium.index()))
                : gone();
        return "<li class=\"slide\">" + picture + "</li>";
    }
}
