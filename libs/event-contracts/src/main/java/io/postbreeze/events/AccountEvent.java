package io.postbreeze.events;

import java.time.Instant;

/** What became of the connection of a social account. */
public sealed interface AccountEvent extends Event permits AccountConnected, AccountDisconnected, AccountTokenExpired {

    /** Id of the account, {@code soc_…}. */
    String accountId();

    /** Id of the workspace, {@code ws_…}. */
    String workspaceId();

    /** {@code TIKTOK_PERSONAL} or {@code TIKTOK_BUSINESS}. */
    String platform();

    /** When it was. */
    Instant at();

    @Override
    default String key() {
        return accountId();
    }

    @Override
    default String topic() {
        return Topics.ACCOUNTS;
    }
}
