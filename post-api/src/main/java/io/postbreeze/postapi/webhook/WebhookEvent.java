package io.postbreeze.postapi.webhook;

import java.util.Arrays;
import java.util.List;

/** Everything an endpoint can ask to be told. */
public enum WebhookEvent {
    /** A post waits for its time. */
    POST_SCHEDULED("post.scheduled"),
    /** A post is being published. */
    POST_PUBLISHING("post.publishing"),
    /** Every target of a post is on TikTok. */
    POST_PUBLISHED("post.published"),
    /** Some targets of a post are on TikTok, the others ended otherwise. */
    POST_PARTIALLY_PUBLISHED("post.partially_published"),
    /** A post failed. */
    POST_FAILED("post.failed"),
    /** A post was taken back. */
    POST_CANCELLED("post.cancelled"),
    /** An account was connected, or connected again. */
    ACCOUNT_CONNECTED("account.connected"),
    /** An account was disconnected. */
    ACCOUNT_DISCONNECTED("account.disconnected"),
    /** An account must be connected again. */
    ACCOUNT_TOKEN_EXPIRED("account.token_expired"),
    /** A file can be published. */
    MEDIA_READY("media.ready"),
    /** A file cannot be published. */
    MEDIA_REJECTED("media.rejected"),
    /** TikTok's numbers for a post were read. */
    METRICS_REFRESHED("metrics.refreshed"),
    /** Another endpoint of the workspace was paused. */
    WEBHOOK_PAUSED("webhook.paused");

    /** Their names, in the order of the documentation. */
    static final List<String> NAMES =
            Arrays.stream(values()).map(WebhookEvent::wireName).toList();

    /** Sent on request only, so nobody subscribes to it. */
    static final String PING = "ping";

    private final String wireName;

    WebhookEvent(String wireName) {
        this.wireName = wireName;
    }

    /** Its name as endpoints see it, such as {@code post.published}. */
    public String wireName() {
        return wireName;
    }
}
