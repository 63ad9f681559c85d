package io.postbreeze.sandbox.limit;

import org.jspecify.annotations.Nullable;

/** Endpoints of the v2 API, with the scope each needs and how many calls a minute one token may make. */
public enum Endpoint {
    /** What a creator may post. */
    CREATOR_INFO("/v2/post/publish/creator_info/query/", "video.publish", 20),
    /** Begins a video. */
    VIDEO_INIT("/v2/post/publish/video/init/", "video.publish", 6),
    /** Leaves a video in the inbox. */
    INBOX_INIT("/v2/post/publish/inbox/video/init/", "video.upload", 6),
    /** Begins a carousel; its scope depends on whether it is posted or left in the inbox. */
    CONTENT_INIT("/v2/post/publish/content/init/", null, 6),
    /** Gives a post up; either posting scope will do, and no limit is documented. */
    CANCEL("/v2/post/publish/cancel/", null, Integer.MAX_VALUE),
    /** Where a post stands; either posting scope will do. */
    STATUS_FETCH("/v2/post/publish/status/fetch/", null, 30),
    /** A profile; its scopes depend on the fields. */
    USER_INFO("/v2/user/info/", null, 600),
    /** A creator's public videos. */
    VIDEO_LIST("/v2/video/list/", "video.list", 600),
    /** Named videos of a creator. */
    VIDEO_QUERY("/v2/video/query/", "video.list", 600);

    private final String path;
    private final @Nullable String scope;
    private final int perMinute;

    Endpoint(String path, @Nullable String scope, int perMinute) {
        this.path = path;
        this.scope = scope;
        this.perMinute = perMinute;
    }

    /** Its path. */
    public String path() {
        return path;
    }

    /** The scope it needs, null when it depends. */
    public @Nullable String scope() {
        return scope;
    }

    /** Calls a minute per token. */
    public int perMinute() {
        return perMinute;
    }
}
