package io.postbreeze.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * TikTok told something of a publication unasked. It may come twice, late, and in any order.
 *
 * @param accountId id of the account
 * @param workspaceId id of the workspace
 * @param event TikTok's name of what happened, such as {@code post.publish.complete}
 * @param publishId TikTok's id of the publication
 * @param externalPostId id of the public post as text, null when TikTok does not say
 * @param reason why it failed, null when TikTok does not say
 * @param at when the message came
 */
public record PublicationNoticed(
        String accountId,
        String workspaceId,
        String event,
        String publishId,
        @Nullable String externalPostId,
        @Nullable String reason,
        Instant at)
        implements Event {
    @Override
    public String key() {
        return accountId;
    }

    @Override
    public String topic() {
        return Topics.ACCOUNTS;
    }
}
