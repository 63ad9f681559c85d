package io.postbreeze.events;

import java.time.Instant;

/**
 * TikTok no longer accepts an account's tokens; nothing is published until it is connected again.
 *
 * @param accountId id of the account
 * @param workspaceId id of the workspace
 * @param platform kind of account
 * @param reason TikTok's code
 * @param at when it was noticed
 */
public record AccountTokenExpired(String accountId, String workspaceId, String platform, String reason, Instant at)
        implements AccountEvent {}
