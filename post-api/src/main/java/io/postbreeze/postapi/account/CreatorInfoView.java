package io.postbreeze.postapi.account;

import io.postbreeze.tiktok.CreatorInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a creator may post at the moment.
 *
 * @param accountId the account
 * @param username handle without {@code @}, null when TikTok leaves it out
 * @param nickname name shown, null when TikTok leaves it out
 * @param privacyOptions the privacy levels on offer
 * @param commentDisabled whether the creator's settings forbid comments
 * @param duetDisabled whether they forbid duets
 * @param stitchDisabled whether they forbid stitches
 * @param maxVideoDurationSec longest video in seconds, null when TikTok leaves it out
 * @param remainingPosts posts left of TikTok's cap for 24 hours as far as we know: what the creator posts in the app is
 *     hidden from us, so there may be fewer
 * @param asOf when TikTok said so
 */
record CreatorInfoView(
        String accountId,
        @Nullable String username,
        @Nullable String nickname,
        List<String> privacyOptions,
        boolean commentDisabled,
        boolean duetDisabled,
        boolean stitchDisabled,
        @Nullable Long maxVideoDurationSec,
        long remainingPosts,
        Instant asOf) {
    static CreatorInfoView of(String accountId, CreatorInfo creator, long remainingPosts, Instant asOf) {
        Duration longest = creator.maxVideoDuration();
        return new CreatorInfoView(
                accountId,
                creator.username(),
                creator.nickname(),
                creator.privacyLevels().stream().map(Enum::name).toList(),
                creator.commentDisabled(),
                creator.duetDisabled(),
                creator.stitchDisabled(),
                longest == null ? null : longest.toSeconds(),
                remainingPosts,
                asOf);
    }
}
