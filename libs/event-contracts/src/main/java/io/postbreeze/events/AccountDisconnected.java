package io.postbreeze.events;

import java.time.Instant;

/**
 * An account was taken away: by a user, or by the creator in the app.
 *
 * @param accountId id of the account
 * @param workspaceId id of the workspace
 * @param platform kind of account
 * @param byCreator whether the creator took the permission back at TikTok
 * @param at when it was
 */
public record AccountDisconnected(String accountId, String workspaceId, String platform, boolean byCreator, Instant at)
        implements AccountEvent {}
