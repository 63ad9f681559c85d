package io.postbreeze.tiktok;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.streams.ReadStream;

/** Chunks over HTTP. */
final class HttpUploads implements TikTokUploads {

    private final Vertx vertx;
    private final Pools pools;
    private final TikTokConfig config;

    HttpUploads(Vertx vertx, Pools pools, TikTokConfig config) {
        this.vertx = vertx;
        this.pools = pools;
        this.config = config;
    }

    @Override
    public Uni<ChunkReceipt> putChunk(
            UploadUrl uploadUrl, ChunkRange range, String contentType, ReadStream<Buffer> pausedSource) {
        ChunkTransfer transfer = new ChunkTransfer(vertx, config, range, pausedSource);
        if (!uploadUrl.isAllowedBy(config)) {
            transfer.cancel();
            return Uni.createFrom().failure(new TikTokException.Rejected("foreign_upload_url", null, null));
        }
        RequestOptions options = Pools.to(HttpMethod.PUT, uploadUrl.uri())
                .putHeader("Content-Type", contentType)
                .putHeader("Content-Length", Long.toString(range.length()))
                .putHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + range.total());
        return Uni.createFrom().emitter(emitter -> start(transfer, options, emitter));
    }

    private void start(ChunkTransfer transfer, RequestOptions options, UniEmitter<? super ChunkReceipt> emitter) {
        emitter.onTermination(transfer::cancel);
        transfer.run(pools.uploads(), options).onSuccess(emitter::complete).onFailure(emitter::fail);
    }
}
