package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.display.Numbers;
import io.postbreeze.sandbox.http.Html;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;

/**
 * A post at the moment it is looked at.
 *
 * @param post the post
 * @param creator whose it is
 * @param now the time as the post feels it
 * @param world where it lives
 */
record Shown(Post post, Creator creator, Instant now, World world) {

    static Shown of(Post post, World world) {
        return new Shown(post, world.creatorOf(post.openId()), world.nowFor(post), world);
    }

    String status() {
        return post.status(now);
    }

    boolean isOnProfile() {
        return post.onProfile(now);
    }

    boolean isPublic() {
        return post.isPublic(now);
    }

    boolean isVideo() {
        return post.kind() == Post.Kind.VIDEO;
    }

    /** Numbers are counted from when others can see it. */
    Optional<Numbers> numbers() {
        return isPublic() ? Optional.of(Numbers.of(post, now)) : Optional.empty();
    }

    /** Whether a file is still kept; the oldest are dropped when there are too many bytes. */
    boolean isKept(int index) {
        return Files.exists(world.file(post, index));
    }

    String address() {
        return profile() + "/post/" + Html.escape(post.publishId());
    }

    String profile() {
        return "/@" + Html.escape(creator.handle());
    }

    String file(int index) {
        return "/sandbox/publishes/" + Html.escape(post.publishId()) + "/media/" + index;
    }

    /** The video from the frame that is its cover. */
    String videoAtCover() {
        // The very first frame is often black, and some players show none at all without a time.
        return file(0) + "#t=" + Math.max(0.1, coverSeconds());
    }

    double coverSeconds() {
        Long cover = post.info().coverTimestampMs();
        return cover == null ? 0 : cover / 1e3;
    }

    /** The photo that is its cover. */
    int coverIndex() {
        Long cover = post.info().photoCoverIndex();
        return cover == null || cover >= post.media().size() ? 0 : cover.intValue();
    }

    /** Where it stands, in plain words. */
    String stands() {
        return switch (status()) {
            case "FAILED" -> "Failed";
            case "SEND_TO_USER_INBOX" -> "In the inbox";
            case "PUBLISH_COMPLETE" -> isOnProfile() ? isPublic() ? "Public" : waits() : "Removed";
            default -> post.isWhole() ? "Processing" : "Receiving";
        };
    }

    private String waits() {
        return post.info().privacyLevel().equals("PUBLIC_TO_EVERYONE") ? "In moderation" : "On the profile";
    }

    /** The colour of where it stands. */
    String tone() {
        return switch (stands()) {
            case "Failed", "Removed" -> "bad";
            case "Public", "On the profile" -> "good";
            default -> "busy";
        };
    }

    String pill() {
        return "<span class=\"pill %s\">%s</span>".formatted(tone(), stands());
    }

    /** Changes with whatever a viewer would want to see at once. */
    String fingerprint() {
        return post.publishId()
                + stands()
                + post.transfer().receivedBytes() / 1_000_000
                + post.media().size();
    }
}
