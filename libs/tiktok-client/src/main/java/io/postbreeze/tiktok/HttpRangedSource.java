package io.postbreeze.tiktok;

import io.postbreeze.tiktok.TikTokException.SourceFailed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.streams.ReadStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads ranges by HTTP, and believes nothing but an exact answer: a wrong byte would be published. */
final class HttpRangedSource implements RangedSource {

    private final Vertx vertx;
    private final Pools pools;
    private final TikTokConfig config;

    HttpRangedSource(Vertx vertx, Pools pools, TikTokConfig config) {
        this.vertx = vertx;
        this.pools = pools;
        this.config = config;
    }

    @Override
    public Uni<ReadStream<Buffer>> open(URI url, ChunkRange range, String version) {
        return Uni.createFrom().completionStage(() -> get(url, range, version).toCompletionStage());
    }

    private Future<ReadStream<Buffer>> get(URI url, ChunkRange range, String version) {
        RequestOptions options = Pools.to(HttpMethod.GET, url)
                .putHeader("Range", "bytes=" + range.first() + "-" + range.last())
                .putHeader("If-Match", version)
                .putHeader("Accept-Encoding", "identity");
        Opening opening = new Opening(range);
        long timer = vertx.setTimer(config.idleTimeout().toMillis(), _ -> opening.fail("source_stalled", null));
        pools.sources()
                .request(options)
                .onSuccess(opening::send)
                .onFailure(cause -> opening.fail("source_unreachable", cause));
        return opening.result.future().onComplete(_ -> vertx.cancelTimer(timer));
    }

    /** One GET up to its head. */
    private static final class Opening {

        private final Promise<ReadStream<Buffer>> result = Promise.promise();
        private final ChunkRange range;
        private volatile @Nullable HttpClientRequest request;

        Opening(ChunkRange range) {
            this.range = range;
        }

        void send(HttpClientRequest opened) {
            request = opened;
            if (result.future().isComplete()) {
                opened.reset();
                return;
            }
            opened.response().onSuccess(this::check).onFailure(cause -> fail("source_lost", cause));
            opened.end();
        }

        void fail(String code, @Nullable Throwable cause) {
            HttpClientRequest open = request;
            if (result.tryFail(new SourceFailed(code, cause)) && open != null) {
                open.reset();
            }
        }

        private void check(HttpClientResponse response) {
            OpenedRange opened = new OpenedRange(response);
            String objection = RangeAnswers.objection(response.statusCode(), response.headers(), range);
            if (objection != null) {
                fail(objection, null);
            } else if (!result.tryComplete(opened)) {
                opened.abandon();
            }
        }
    }
}
