package io.postbreeze.events;

import java.time.Instant;

/**
 * A creator allowed us to publish, for the first time or again.
 *
 * @param accountId id of the account
 * @param workspaceId id of the workspace
 * @param platform kind of account
 * @param reconnected whether the account was known before
 * @param at when it was
 */
public record AccountConnected(String accountId, String workspaceId, String platform, boolean reconnected, Instant at)
        implements AccountEvent {}
