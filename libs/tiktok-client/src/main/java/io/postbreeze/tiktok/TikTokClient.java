package io.postbreeze.tiktok;

import io.vertx.core.Vertx;

/** The HTTP adapter of all ports. Create one per process: it owns the connection pools. */
public final class TikTokClient implements AutoCloseable {

    private final Vertx vertx;
    private final TikTokConfig config;
    private final Pools pools;
    private final ApiCalls calls;

    private TikTokClient(Vertx vertx, TikTokConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.pools = Pools.open(vertx, config);
        this.calls = new ApiCalls(vertx, pools, config);
    }

    /** Connects to nothing yet: connections are made when they are needed. */
    public static TikTokClient create(Vertx vertx, TikTokConfig config) {
        return new TikTokClient(vertx, config);
    }

    /** The Content Posting API. */
    public TikTokPublishing publishing() {
        return new HttpPublishing(calls, config);
    }

    /** The upload of bytes. */
    public TikTokUploads uploads() {
        return new HttpUploads(vertx, pools, config);
    }

    /** The reader of stored files that feeds {@link #uploads()}. */
    public RangedSource rangedSource() {
        return new HttpRangedSource(vertx, pools, config);
    }

    /** The Display API. */
    public TikTokDisplay display() {
        return new HttpDisplay(calls);
    }

    /** The OAuth API for one application. */
    public TikTokOAuth oauth(OAuthClient client) {
        return new HttpOAuth(calls, client);
    }

    /** Closes the connection pools; calls under way fail. */
    @Override
    public void close() {
        pools.close();
    }
}
