package io.postbreeze.tiktok;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request that has TikTok fetch photos and post them as one carousel, or lay them into the creator's inbox.
 *
 * @param post how it shall appear; null for the inbox, where the creator decides that
 * @param title the carousel's title, at most 90 UTF-16 units; null for none
 * @param description the caption, at most 4,000 UTF-16 units; null for none
 * @param aigc whether it is labelled as made by AI; null leaves it to TikTok
 * @param photos 1 to 35 public https addresses on a domain that the app owns, in order
 * @param coverIndex which photo is the cover, from 0
 */
public record PhotoInit(
        @Nullable PhotoInfo post,
        @Nullable String title,
        @Nullable String description,
        @Nullable Boolean aigc,
        List<URI> photos,
        int coverIndex) {
    /** Keeps its own copy of the list. */
    public PhotoInit {
        photos = List.copyOf(photos);
    }
}
