package io.postbreeze.postapi.account;

import io.smallrye.mutiny.Uni;

/** What is still to be published to an account. */
public interface ScheduledPosts {
    /**
     * Takes back whatever of the account's posts has not begun. What has begun goes on until TikTok refuses it; what
     * the publisher could not be asked about is asked about again later.
     */
    Uni<Void> withdraw(String workspaceId, String accountId);
}
