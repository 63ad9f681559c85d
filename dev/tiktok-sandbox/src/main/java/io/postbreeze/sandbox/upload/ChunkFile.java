package io.postbreeze.sandbox.upload;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that takes one chunk at its place. It writes at once, where the bytes are: into the system's own cache that is
 * a matter of microseconds, and cheaper than to hand every piece to another thread and back.
 */
final class ChunkFile implements WriteStream<Buffer> {
    private final FileChannel channel;
    private long position;

    private ChunkFile(FileChannel channel, long position) {
        this.channel = channel;
        this.position = position;
    }

    /**
     * Opens, or begins, a file.
     *
     * @param position where the chunk begins, bytes
     */
    static ChunkFile open(Path file, long position) throws IOException {
        return new ChunkFile(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), position);
    }

    @Override
    public Future<Void> write(Buffer data) {
        try {
            ByteBuffer bytes = data.getByteBuf().nioBuffer();
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
            return Future.succeededFuture();
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }

    @Override
    public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
        write(data).onComplete(handler);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        close().onComplete(handler);
    }

    /** Closes it; what was written stays. */
    Future<Void> close() {
        try {
            channel.close();
            return Future.succeededFuture();
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }

    @Override
    public boolean writeQueueFull() {
        return false;
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
        return this;
    }

    @Override
    public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
        return this;
    }
}
