package io.postbreeze.tiktok;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A paused source of any size that is made up while it is read, and counts what it has handed out. */
final class GeneratedBytes implements ReadStream<Buffer> {

    private static final int PIECE = 64 * 1024;

    final AtomicLong handedOut = new AtomicLong();
    volatile boolean paused = true;
    private final Context context;
    private final long size;
    private final boolean endless;
    private Handler<Buffer> handler = _ -> {};
    private Handler<Void> endHandler = _ -> {};
    private boolean ended;

    GeneratedBytes(Vertx vertx, long size) {
        this(vertx, size, false);
    }

    /** With {@code hangs}, the end never comes. */
    GeneratedBytes(Vertx vertx, long size, boolean hangs) {
        this.context = vertx.getOrCreateContext();
        this.size = size;
        this.endless = hangs;
    }

    static byte at(long offset) {
        return (byte) (offset * 31 + (offset >> 13));
    }

    static Buffer piece(long first, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = at(first + i);
        }
        return Buffer.buffer(bytes);
    }

    private void emit() {
        if (paused || ended) {
            return;
        }
        long offset = handedOut.get();
        int length = (int) Math.min(PIECE, size - offset);
        if (length > 0) {
            handedOut.addAndGet(length);
            handler.handle(piece(offset, length));
            context.runOnContext(_ -> emit());
        } else if (!endless) {
            ended = true;
            endHandler.handle(null);
        }
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> newHandler) {
        handler = newHandler;
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> newHandler) {
        endHandler = newHandler;
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> newHandler) {
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        paused = true;
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        paused = false;
        context.runOnContext(_ -> emit());
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        return resume();
    }
}
