package io.postbreeze.tiktok;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.ReadStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A store's answer, paused from its head on. It remembers a break that comes before anybody listens, which Vert.x would
 * only log, and tells it to the first listener.
 */
final class OpenedRange implements ReadStream<Buffer> {

    private final HttpClientResponse response;
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private volatile @Nullable Handler<Throwable> listener;

    OpenedRange(HttpClientResponse response) {
        this.response = response;
        // In the very event of the head: bytes that arrive before the pipe is attached would be lost.
        response.pause();
        response.exceptionHandler(this::broke);
    }

    /** Gives the bytes up and closes the connection. */
    void abandon() {
        response.request().reset();
    }

    private void broke(Throwable cause) {
        broken.compareAndSet(null, cause);
        tell();
    }

    private void tell() {
        Throwable cause = broken.get();
        Handler<Throwable> told = listener;
        if (cause != null && told != null) {
            told.handle(cause);
        }
    }

    @Override
    public OpenedRange exceptionHandler(@Nullable Handler<Throwable> handler) {
        listener = handler;
        tell();
        return this;
    }

    @Override
    public OpenedRange handler(@Nullable Handler<Buffer> handler) {
        response.handler(handler);
        return this;
    }

    @Override
    public OpenedRange endHandler(@Nullable Handler<Void> handler) {
        response.endHandler(handler);
        return this;
    }

    @Override
    public OpenedRange pause() {
        response.pause();
        return this;
    }

    @Override
    public OpenedRange resume() {
        response.resume();
        return this;
    }

    @Override
    public OpenedRange fetch(long amount) {
        response.fetch(amount);
        return this;
    }
}
