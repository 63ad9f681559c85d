package io.postbreeze.sandbox.upload;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.Pipe;

/**
 * A request whose body has not been read.
 *
 * @param request the request, paused
 * @param bytes its body, held back until somebody wants it; nothing is lost meanwhile
 * @param over ends with the body, or fails with the connection
 */
record Incoming(HttpServerRequest request, Pipe<Buffer> bytes, Future<Void> over) {

    /** Must be called at once, in the request's own handler. */
    static Incoming of(HttpServerRequest request) {
        Future<Void> over = request.end();
        return new Incoming(request, request.pipe(), over);
    }

    /** Lets the bytes into a file, which is closed afterwards, whatever comes of it. */
    Future<Void> pour(ChunkFile file) {
        try {
            return bytes.to(file);
        } catch (IllegalStateException e) {
            // The client went away before the file was open.
            return file.close().compose(closed -> Future.failedFuture(e));
        }
    }

    /** Lets the bytes through to nowhere. */
    void discard() {
        bytes.close();
        request.resume();
    }

    /** Breaks the connection. */
    void cut() {
        request.connection().close();
    }
}
