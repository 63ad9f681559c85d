package io.postbreeze.tiktok;

import io.postbreeze.tiktok.TikTokException.SourceFailed;
import io.postbreeze.tiktok.TikTokException.Unavailable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * One chunk on its way from the source into the PUT. It counts, keeps the source at the sink's pace, and notices when
 * either of them falls silent. The buffer that completes the chunk is held back until the source has ended, so that a
 * source with too many bytes can never become a stored chunk.
 */
final class ChunkTransfer {

    private final Promise<ChunkReceipt> result = Promise.promise();
    private final Vertx vertx;
    private final TikTokConfig config;
    private final ChunkRange range;
    private final ReadStream<Buffer> source;
    private final SilenceWatch watch;
    private volatile Stage stage = Stage.CONNECTING;
    private volatile @Nullable HttpClientRequest request;
    private volatile @Nullable Buffer completing;
    private volatile boolean allSent;
    private long taken;

    /** What the transfer is waiting for, which tells whose fault a silence is. */
    private enum Stage {
        CONNECTING,
        SOURCE,
        SINK
    }

    ChunkTransfer(Vertx vertx, TikTokConfig config, ChunkRange range, ReadStream<Buffer> source) {
        this.vertx = vertx;
        this.config = config;
        this.range = range;
        this.source = source;
        this.watch = new SilenceWatch(vertx, config.idleTimeout(), this::silent);
    }

    Future<ChunkReceipt> run(HttpClient client, RequestOptions options) {
        source.exceptionHandler(cause -> fail(new SourceFailed("source_lost", cause)));
        watch.start();
        long timer = vertx.setTimer(
                config.chunkTimeout().toMillis(), _ -> fail(new Unavailable("upload_timeout", null, null)));
        client.request(options)
                .onSuccess(this::begin)
                .onFailure(cause -> fail(new Unavailable("upload_unreachable", null, cause)));
        return result.future().onComplete(_ -> vertx.cancelTimer(timer)).onComplete(_ -> watch.stop());
    }

    /** Stops whatever is under way; without effect once the transfer has ended. */
    void cancel() {
        fail(new Unavailable("upload_cancelled", null, null));
    }

    private void begin(HttpClientRequest opened) {
        request = opened;
        if (isOver()) {
            opened.reset();
            return;
        }
        opened.response().onSuccess(this::answered).onFailure(this::lost);
        opened.exceptionHandler(this::lost);
        opened.drainHandler(_ -> flow());
        source.handler(piece -> forward(opened, piece));
        source.endHandler(_ -> sourceEnded(opened));
        flow();
    }

    private void flow() {
        watch.progress();
        if (!isOver()) {
            stage = Stage.SOURCE;
            source.resume();
        }
    }

    private void forward(HttpClientRequest sink, Buffer piece) {
        if (isOver()) {
            // A resume may have crossed the failure on another thread.
            source.pause();
            return;
        }
        if (piece.length() == 0) {
            return;
        }
        watch.progress();
        taken += piece.length();
        if (taken > range.length()) {
            fail(new SourceFailed("source_too_long", null));
        } else if (taken == range.length()) {
            completing = piece;
        } else {
            sink.write(piece).onSuccess(_ -> watch.progress());
            waitWhileFull(sink);
        }
    }

    private void waitWhileFull(HttpClientRequest sink) {
        if (!sink.writeQueueFull()) {
            return;
        }
        source.pause();
        stage = Stage.SINK;
        // The queue may have drained on another thread before the pause, and its signal with it.
        if (!sink.writeQueueFull()) {
            flow();
        }
    }

    private void sourceEnded(HttpClientRequest sink) {
        Buffer last = completing;
        if (isOver()) {
            return;
        }
        if (last == null) {
            fail(new SourceFailed("source_too_short", null));
            return;
        }
        allSent = true;
        sink.end(last).onSuccess(_ -> watch.progress());
    }

    private void answered(HttpClientResponse response) {
        // What happens to the connection after the head no longer matters.
        response.exceptionHandler(_ -> {});
        HttpAnswer head = HttpAnswer.of(response.statusCode(), response.headers(), Buffer.buffer());
        try {
            ChunkReceipt receipt = ChunkAnswers.receipt(head, range);
            if (!allSent) {
                throw new TikTokException.MalformedAnswer("early_answer", head.logId(), null);
            }
            result.tryComplete(receipt);
            discard(response);
        } catch (TikTokException refusal) {
            fail(refusal);
        }
    }

    /** The head says it all; the rest is read only so that the connection can be used again. */
    private void discard(HttpClientResponse response) {
        long[] left = {HttpAnswer.MAX_BODY_BYTES};
        response.handler(piece -> {
            left[0] -= piece.length();
            if (left[0] < 0) {
                response.request().reset();
            }
        });
    }

    private void lost(Throwable cause) {
        fail(new Unavailable("upload_lost", null, cause));
    }

    private void silent() {
        if (allSent) {
            fail(new Unavailable("upload_unanswered", null, null));
        } else if (stage == Stage.SOURCE) {
            fail(new SourceFailed("source_stalled", null));
        } else {
            fail(new Unavailable("upload_stalled", null, null));
        }
    }

    private boolean isOver() {
        return result.future().isComplete();
    }

    private void fail(TikTokException failure) {
        if (!result.tryFail(failure)) {
            return;
        }
        HttpClientRequest open = request;
        if (open != null) {
            open.reset();
        }
        if (source instanceof OpenedRange opened) {
            opened.abandon();
        } else {
            source.pause();
        }
    }
}
