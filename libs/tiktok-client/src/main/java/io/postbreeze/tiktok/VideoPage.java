package io.postbreeze.tiktok;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a creator's public videos, newest first.
 *
 * @param videos at most 20; can be fewer although more pages follow
 * @param cursor where the next page begins, UTC milliseconds; null when TikTok gave none
 * @param hasMore whether another page follows: the only sign to go on or stop by
 */
public record VideoPage(List<VideoStats> videos, @Nullable Long cursor, boolean hasMore) {

    public VideoPage {
        videos = List.copyOf(videos);
    }
}
