package io.postbreeze.sandbox.pull;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.streams.WriteStream;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** A file that takes so much and no more. */
final class LimitedFile implements WriteStream<Buffer> {
    private final AsyncFile file;
    private final long most;
    private final LongPredicate goesOn;
    private long bytes;
    private boolean over;

    /**
     * A file that is written from its beginning.
     *
     * @param goesOn told how many bytes have come; false ends the transfer
     */
    LimitedFile(AsyncFile file, long most, LongPredicate goesOn) {
        this.file = file;
        this.most = most;
        this.goesOn = goesOn;
    }

    @Override
    public Future<Void> write(Buffer data) {
        bytes += data.length();
        if (bytes > most) {
            over = true;
            return Future.failedFuture(new TooLarge(most));
        }
        over = over || !goesOn.test(bytes);
        return over ? Future.failedFuture(new PullFailed("given up after " + bytes + " bytes")) : file.write(data);
    }

    @Override
    public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
        write(data).onComplete(handler);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        over = true;
        file.end(handler);
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        file.exceptionHandler(handler);
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
        file.setWriteQueueMaxSize(maxSize);
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        // The pipe asks once more after a write that failed, when the file is closed already.
        return !over && file.writeQueueFull();
    }

    @Override
    public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
        file.drainHandler(handler);
        return this;
    }
}
