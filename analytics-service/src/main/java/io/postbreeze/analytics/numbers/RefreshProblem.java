package io.postbreeze.analytics.numbers;

/** Why the last reading of a post brought no numbers. The names are stored. */
public enum RefreshProblem {
    /** TikTok wants fewer questions for a while. */
    THROTTLED("TikTok asks us to wait; the numbers will be read again soon"),
    /** TikTok, or post-api with the access token, gave no answer that can be read. */
    UNAVAILABLE("TikTok could not be reached; the numbers will be read again soon"),
    /** The creator withdrew access, it ran out, or the account was disconnected. */
    RECONNECT_NEEDED("the account must be connected again"),
    /** The creator never allowed reading of videos. */
    SCOPE_MISSING("the account must be connected again with permission to read its videos"),
    /** TikTok's answer left this video out. */
    VIDEO_MISSING("TikTok does not show this post: it may be private, under review or deleted"),
    /** TikTok refused the question for good. */
    REFUSED("TikTok refused to give the numbers");

    private final String reason;

    RefreshProblem(String reason) {
        this.reason = reason;
    }

    /** The same for users, as part of a sentence. */
    public String reason() {
        return reason;
    }
}
