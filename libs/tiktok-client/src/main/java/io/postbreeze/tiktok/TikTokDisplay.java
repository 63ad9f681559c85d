package io.postbreeze.tiktok;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Display API: a creator's profile and the numbers of their public videos, 600 calls a minute each. Every Uni fails
 * with a {@link TikTokException} only: {@code Throttled}, {@code Unavailable}, {@code AuthorizationExpired},
 * {@code ScopeMissing}, {@code Rejected} or {@code MalformedAnswer}.
 */
public interface TikTokDisplay {

    /** The most ids that one {@link #queryVideos} takes. */
    int MAX_QUERY_IDS = 20;

    /**
     * Reads the profile.
     *
     * @param fields what to ask for, not empty, all within the granted scopes
     */
    Uni<UserInfo> userInfo(AccessToken token, Set<UserField> fields);

    /**
     * Reads the named videos.
     *
     * @param ids at least one, at most {@value #MAX_QUERY_IDS}; more is an {@link IllegalArgumentException} at once
     * @return those of them that are public and the creator's own, in TikTok's order: others are left out silently
     */
    Uni<List<VideoStats>> queryVideos(AccessToken token, List<String> ids);

    /**
     * Reads one page of the creator's public videos.
     *
     * @param cursor the previous page's {@link VideoPage#cursor()}; null for the newest
     */
    Uni<VideoPage> listVideos(AccessToken token, @Nullable Long cursor);
}
