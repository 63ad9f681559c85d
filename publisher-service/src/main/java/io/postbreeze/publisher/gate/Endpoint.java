package io.postbreeze.publisher.gate;

/** TikTok's endpoints that count calls per access token in a sliding minute. */
public enum Endpoint {
    /**
     * Opens an upload or orders photos. TikTok does not say whether these endpoints share a budget, so here they do.
     */
    VIDEO_INIT(6),
    /** Tells what a creator may do. */
    CREATOR_INFO(20),
    /** Tells where a publication stands. */
    STATUS(30);

    private final int perMinute;

    Endpoint(int perMinute) {
        this.perMinute = perMinute;
    }

    int perMinute() {
        return perMinute;
    }
}
