package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.Course;
import io.postbreeze.sandbox.state.Medium;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Transfer;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a developer wants to know about a post. */
final class Facts {
    private Facts() {}

    static String of(Shown shown) {
        String files = shown.post().media().stream().map(Facts::file).collect(Collectors.joining());
        return """
                <section class="facts"><h2>Technical facts</h2><dl>%s%s%s</dl>%s
                <p><a href="/sandbox/publishes?publishId=%s">As JSON</a></p></section>
                """.formatted(
                        identity(shown),
                        bytes(shown.post()),
                        times(shown),
                        files.isEmpty() ? "" : "<h3>Media</h3><ol class=\"files\">" + files + "</ol>",
                        Html.escape(shown.post().publishId()));
    }

    private static String identity(Shown shown) {
        Post post = shown.post();
        String ids = shown.isPublic()
                ? post.postIds().stream().map(String::valueOf).collect(Collectors.joining(", "))
                : "none before it is public";
        return fact("Publish id", code(post.publishId()))
                + fact("Post id", shown.isPublic() ? code(ids) : ids)
                + fact("Status", code(shown.status()))
                + fact("Cover", cover(shown))
                + fact("Asked for", post.mode() == Post.Mode.DIRECT_POST ? "Direct post" : "Upload to the inbox")
                + fact(
                        "Privacy",
                        post.info().privacyLevel().isEmpty()
                                ? "–"
                                : code(post.info().privacyLevel()));
    }

    private static String cover(Shown shown) {
        return shown.isVideo()
                ? String.format(Locale.ROOT, "at %.1f s", shown.coverSeconds())
                : "photo " + (shown.coverIndex() + 1);
    }

    private static String bytes(Post post) {
        Transfer transfer = post.transfer();
        String received = transfer.plan().videoSize() > 0
                ? Words.whole(transfer.receivedBytes()) + " of "
                        + Words.whole(transfer.plan().videoSize())
                : Words.whole(post.media().stream().mapToLong(Medium::bytes).sum());
        String chunks = transfer.source() == Transfer.Source.FILE_UPLOAD
                ? fact(
                                "Chunks",
                                transfer.plan().count() + " × "
                                        + Words.whole(transfer.plan().chunkSize()))
                        + fact("Re-sent", Words.whole(transfer.discardedBytes()) + " bytes")
                : "";
        return fact(
                        "Source",
                        transfer.source() == Transfer.Source.FILE_UPLOAD ? "Pushed in chunks" : "Pulled from a URL")
                + fact("Bytes", received)
                + chunks;
    }

    private static String times(Shown shown) {
        Course course = shown.post().course();
        boolean isPosted = shown.isOnProfile();
        return fact("Begun", Words.time(shown.post().createdAt()))
                + fact("Received", Words.time(course.receivedAt()))
                + fact("Posted", Words.time(isPosted ? course.postedAt() : null))
                + fact("Public", Words.time(shown.isPublic() ? course.publicAt() : null))
                + (course.removedAt() == null ? "" : fact("Removed", Words.time(course.removedAt())));
    }

    private static String file(Medium medium) {
        String sides = medium.width() > 0 ? medium.width() + " × " + medium.height() + " · " : "";
        String length = medium.durationMs() > 0 ? Words.length(medium.durationMs()) + " · " : "";
        return "<li>%s · %s%s%s<span class=\"hash\">SHA-256 <code>%s</code></span></li>"
                .formatted(
                        Html.escape(medium.contentType()),
                        sides,
                        length,
                        Words.whole(medium.bytes()) + " bytes",
                        Html.escape(medium.sha256()));
    }

    private static String code(String value) {
        return "<code>" + Html.escape(value) + "</code>";
    }

    /** The value must be escaped already. */
    private static String fact(String name, String value) {
        return "<dt>" + name + "</dt><dd>" + value + "</dd>";
    }
}
