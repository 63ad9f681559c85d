package io.postbreeze.analytics.refresh;

import io.postbreeze.analytics.numbers.Counts;
import io.postbreeze.analytics.plan.DueBatch;
import io.postbreeze.tiktok.AccessToken;
import io.postbreeze.tiktok.TikTokDisplay;
import io.postbreeze.tiktok.TikTokException;
import io.postbreeze.tiktok.TokenSource;
import io.postbreeze.tiktok.VideoStats;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks TikTok for the numbers of an account's posts. */
@ApplicationScoped
class VideoCounts {
    private final TokenSource tokens;
    private final TikTokDisplay display;

    VideoCounts(TokenSource tokens, TikTokDisplay display) {
        this.tokens = tokens;
        this.display = display;
    }

    /**
     * One question to TikTok, and a second with another token if the first one's was refused.
     *
     * @param externalPostIds TikTok's ids, 1 to {@link DueBatch#MOST_POSTS}
     * @return numbers by TikTok's id, without the posts that TikTok does not show; fails with {@link TikTokException}
     */
    Uni<Map<String, Counts>> of(String accountId, List<String> externalPostIds) {
        return tokens.accessToken(accountId)
                .chain(token -> ask(accountId, token, externalPostIds))
                .map(VideoCounts::byId);
    }

    private Uni<List<VideoStats>> ask(String accountId, AccessToken token, List<String> ids) {
        return display.queryVideos(token, ids)
                .onFailure(TikTokException.AuthorizationExpired.class)
                .recoverWithUni(
                        () -> tokens.replacement(accountId, token).chain(next -> display.queryVideos(next, ids)));
    }

    private static Map<String, Counts> byId(List<VideoStats> videos) {
        return videos.stream().collect(Collectors.toMap(VideoStats::id, VideoCounts::counts, (first, second) -> first));
    }

    private static Counts counts(VideoStats video) {
        return new Counts(
                number(video.viewCount()),
                number(video.likeCount()),
                number(video.commentCount()),
                number(video.shareCount()));
    }

    /** A number below 0 is none. */
    private static @Nullable Long number(@Nullable Long given) {
        return given == null || given < 0 ? null : given;
    }
}
