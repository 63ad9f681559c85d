package io.postbreeze.postapi.webhook;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request and as much of its answer as anyone wants to see. The status is the verdict; a body that never ends, or
 * comes too late, is cut off and does not change it.
 */
final class Exchange {
    /** Kept for the log. */
    private static final int KEPT = 1024;

    /** Read and thrown away, out of politeness; after that the connection is closed. */
    private static final int READ = 65_536;

    private final Promise<Reply> answer = Promise.promise();
    private final Buffer kept = Buffer.buffer();
    private final Vertx vertx;
    private final long timer;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private int read;

    Exchange(Vertx vertx, Duration timeout) {
        this.vertx = vertx;
        this.timer = vertx.setTimer(timeout.toMillis(), late -> giveUp());
    }

    /** Completes with the reply, or fails when there is none. */
    Future<Reply> answer() {
        return answer.future();
    }

    synchronized void send(HttpClientRequest opened, String body) {
        request = opened;
        if (answer.future().isComplete()) {
            opened.reset();
            return;
        }
        opened.response().onSuccess(this::read).onFailure(this::fail);
        opened.send(Buffer.buffer(body)).onFailure(this::fail);
    }

    synchronized void fail(Throwable failure) {
        if (response == null) {
            vertx.cancelTimer(timer);
            answer.tryFail(failure);
        } else {
            finish();
        }
    }

    private synchronized void read(HttpClientResponse begun) {
        response = begun;
        begun.handler(this::take).exceptionHandler(this::fail).endHandler(ended -> finish());
    }

    private synchronized void take(Buffer part) {
        kept.appendBuffer(part, 0, Math.min(part.length(), KEPT - kept.length()));
        read += part.length();
        if (read >= READ) {
            finish();
            cut();
        }
    }

    private synchronized void giveUp() {
        fail(new TimeoutException("No answer in time"));
        cut();
    }

    private void finish() {
        vertx.cancelTimer(timer);
        if (response != null) {
            // A character that was cut in two becomes a replacement character.
            answer.tryComplete(new Reply(response.statusCode(), kept.toString(StandardCharsets.UTF_8)));
        }
    }

    private void cut() {
        if (request != null) {
            request.reset();
        }
    }

    /** Status and beginning of the body. */
    record Reply(int status, String body) {}
}
