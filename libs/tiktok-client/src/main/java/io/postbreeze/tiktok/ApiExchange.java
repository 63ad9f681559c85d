package io.postbreeze.tiktok;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One small call, from connecting to the last byte of its answer, that knows how far it came when it breaks. */
final class ApiExchange {

    private final Promise<HttpAnswer> result = Promise.promise();
    private final Effect effect;
    private final Buffer body;
    private final Buffer received = Buffer.buffer();
    private volatile boolean sent;
    private volatile @Nullable HttpClientRequest request;

    ApiExchange(Effect effect, Buffer body) {
        this.effect = effect;
        this.body = body;
    }

    Future<HttpAnswer> run(Vertx vertx, HttpClient client, RequestOptions options, Duration timeout) {
        long timer = vertx.setTimer(timeout.toMillis(), _ -> broken("timeout", null));
        client.request(options).onSuccess(this::send).onFailure(cause -> broken("unreachable", cause));
        return result.future().onComplete(_ -> vertx.cancelTimer(timer));
    }

    private void send(HttpClientRequest opened) {
        request = opened;
        if (result.future().isComplete()) {
            opened.reset();
            return;
        }
        opened.response().onSuccess(this::receive).onFailure(cause -> broken("connection_lost", cause));
        opened.end(body).onSuccess(_ -> sent = true);
    }

    private void receive(HttpClientResponse response) {
        sent = true;
        response.exceptionHandler(cause -> broken("connection_lost", cause));
        response.handler(this::collect);
        response.endHandler(
                _ -> result.tryComplete(HttpAnswer.of(response.statusCode(), response.headers(), received)));
    }

    private void collect(Buffer piece) {
        if (received.length() + piece.length() > HttpAnswer.MAX_BODY_BYTES) {
            fail(new TikTokException.MalformedAnswer("answer_too_large", null, null));
            return;
        }
        received.appendBuffer(piece);
    }

    private void broken(String code, @Nullable Throwable cause) {
        boolean lost = sent && effect == Effect.LASTING;
        fail(
                lost
                        ? new TikTokException.OutcomeUnknown(code, null, cause)
                        : new TikTokException.Unavailable(code, null, cause));
    }

    private void fail(TikTokException failure) {
        HttpClientRequest open = request;
        if (result.tryFail(failure) && open != null) {
            open.reset();
        }
    }
}
