package io.postbreeze.postapi.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account as the API shows it; never a token.
 *
 * @param id {@code soc_…}
 * @param workspaceId owner
 * @param platform kind of account
 * @param externalId TikTok's id of the creator for this application
 * @param handle user name without {@code @}, null while unknown
 * @param displayName name shown, null while unknown
 * @param avatarUrl picture, null while unknown
 * @param status whether it can be published to
 * @param scopes what the creator granted
 * @param missingScopes what was asked for and not granted: what takes it is refused until the account is connected
 *     again
 * @param connectedAt when it was connected
 * @param lastRefreshedAt when its tokens were last renewed, null before the first time
 * @param tokenExpiresAt when the current access token ends; it is renewed before
 * @param lastRefreshAttemptAt when renewing was last tried, null before the first time
 * @param lastRefreshError why the last try failed, null when it did not
 * @param meta what TikTok offers this creator: {@code privacyLevelOptions}, {@code maxVideoPostDurationSec}
 */
record AccountView(
        String id,
        String workspaceId,
        Platform platform,
        String externalId,
        @Nullable String handle,
        @Nullable String displayName,
        @Nullable String avatarUrl,
        AccountStatus status,
        List<String> scopes,
        List<String> missingScopes,
        Instant connectedAt,
        @Nullable Instant lastRefreshedAt,
        Instant tokenExpiresAt,
        @Nullable Instant lastRefreshAttemptAt,
        @Nullable String lastRefreshError,
        Map<String, Object> meta) {

    private static List<String> missing(SocialAccount account) {
        return ConnectAccount.ASKED.stream()
                .filter(scope -> !account.grantedScopes().contains(scope))
                .toList();
    }

    static AccountView of(SocialAccount account) {
        Long longest = account.maxVideoDurationSec;
        Map<String, Object> offered = Map.of("privacyLevelOptions", account.offeredPrivacyLevels());
        return new AccountView(
                account.id,
                account.workspaceId,
                account.platform,
                account.openId,
                account.username,
                account.displayName,
                account.avatarUrl,
                account.status,
                account.grantedScopes().stream().sorted().toList(),
                missing(account),
                account.connectedAt,
                account.lastRefreshedAt,
                account.tokenExpiresAt,
                account.lastRefreshAttemptAt,
                account.lastRefreshError,
                longest == null
                        ? offered
                        : Map.of(
                                "privacyLevelOptions",
                                account.offeredPrivacyLevels(),
                                "maxVideoPostDurationSec",
                                longest));
    }
}
