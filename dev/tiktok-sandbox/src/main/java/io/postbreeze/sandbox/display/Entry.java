package io.postbreeze.sandbox.display;

import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One post on a profile that everyone can see. An inbox item may have become several.
 *
 * @param post the act of posting
 * @param id its own number
 * @param at where it stands in its creator's list, milliseconds of the epoch: when it was posted, and a little later
 *     where two would share a place, so that a page can end between them
 */
public record Entry(Post post, long id, long at) {
    private static final Duration COVER_LASTS = Duration.ofHours(6);

    /** Everything public of a creator, newest first. */
    public static List<Entry> of(World world, String openId) {
        List<Post> oldestFirst = world.postsOf(openId).reversed().stream()
                .filter(post -> post.isPublic(world.nowFor(post)))
                .sorted(Comparator.comparing(Entry::posted))
                .toList();
        List<Entry> entries = new ArrayList<>();
        long last = Long.MIN_VALUE;
        for (Post post : oldestFirst) {
            for (long id : post.postIds()) {
                last = Math.max(last + 1, posted(post).toEpochMilli());
                entries.add(new Entry(post, id, last));
            }
        }
        return entries.reversed();
    }

    /** When it was posted. */
    public Instant posted() {
        return posted(post);
    }

    /** Its numbers at an instant. */
    public Numbers numbers(Instant now) {
        return Numbers.of(post, id, now);
    }

    /** TikTok's word for what it is, as addresses have it. */
    String word() {
        return post.kind() == Post.Kind.VIDEO ? "video" : "photo";
    }

    /** Where everyone can look at it. */
    public String shareUrl(String handle) {
        return "https://www.tiktok.com/@%s/%s/%d".formatted(handle, word(), id);
    }

    /** Where it can be embedded from. */
    public String embedUrl() {
        return "https://www.tiktok.com/embed/v2/" + id;
    }

    /** Its cover, at an address that is another one every six hours, as the real one dies after so long. */
    public String coverUrl(Instant now) {
        long lasts = COVER_LASTS.toSeconds();
        long until = (now.getEpochSecond() / lasts + 1) * lasts;
        return "https://p16-sign.tiktokcdn.example/%d.jpeg?x-expires=%d".formatted(id, until);
    }

    private static Instant posted(Post post) {
        Instant posted = post.course().postedAt();
        return posted == null ? post.createdAt() : posted;
    }
}
