package io.postbreeze.sandbox.limit;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Endpoints of the v2 API, with the scope each needs and how many calls a minute one token may make. */
public enum Endpoint {
    /** What a creator may post. */
    CREATOR_INFO("/v2/post/publish/creator_info/query/", "video.publish", 20),
    /** Begins a video. */
    VIDEO_INIT("/v2/post/publish/video/init/", "video.publish", 6),
    /** Leaves a video in the inbox. */
    INBOX_INIT("/v2/post/publish/inbox/video/init/", "video.upload", 6),
    /** Begins a carousel; which of the two scopes depends on whether it is posted or left in the inbox. */
    CONTENT_INIT("/v2/post/publish/content/init/", "video.publish", "video.upload", 6),
    /** Gives a post up; either posting scope will do, and no limit is documented. */
    CANCEL("/v2/post/publish/cancel/", "video.publish", "video.upload", Integer.MAX_VALUE),
    /** Where a post stands; either posting scope will do. */
    STATUS_FETCH("/v2/post/publish/status/fetch/", "video.publish", "video.upload", 30),
    /** A profile; its scopes depend on the fields. */
    USER_INFO("/v2/user/info/", null, null, 600),
    /** A creator's public videos. */
    VIDEO_LIST("/v2/video/list/", "video.list", 600),
    /** Named videos of a creator. */
    VIDEO_QUERY("/v2/video/query/", "video.list", 600);

    private final String path;
    private final @Nullable String scope;
    private final @Nullable String orScope;
    private final int perMinute;

    Endpoint(String path, String scope, int perMinute) {
        this(path, scope, null, perMinute);
    }

    Endpoint(String path, @Nullable String scope, @Nullable String orScope, int perMinute) {
        this.path = path;
        this.scope = scope;
        this.orScope = orScope;
        this.perMinute = perMinute;
    }

    /** Its path. */
    public String path() {
        return path;
    }

    /** Whether who was granted these may call it; what it is called with may demand more. */
    boolean isOpenTo(Set<String> granted) {
        return scope == null || granted.contains(scope) || (orScope != null && granted.contains(orScope));
    }

    /** Calls a minute per token. */
    public int perMinute() {
        return perMinute;
    }
}
