package io.postbreeze.sandbox.upload;

import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Settings;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code PUT upload_url}: chunks strictly one after another. Bytes go straight to disk, at their place in the file;
 * they count once their chunk is there as a whole, so a chunk that was cut off leaves nothing behind.
 */
public final class UploadEndpoint {
    private final World world;
    private final Consumer<Post> whenComplete;
    private final Map<String, Transfer> running = new HashMap<>();

    /**
     * An endpoint.
     *
     * @param whenComplete told each post whose last byte has arrived
     */
    public UploadEndpoint(World world, Consumer<Post> whenComplete) {
        this.world = world;
        this.whenComplete = whenComplete;
    }

    /** One chunk. */
    public void put(HttpServerRequest request) {
        Incoming incoming = Incoming.of(request);
        Optional<Post> post = Optional.ofNullable(request.getParam("upload_id"))
                .flatMap(world::upload)
                .filter(found -> found.transfer().token().equals(request.getParam("upload_token")))
                // What was cancelled, or whose creator left, is no task any more.
                .filter(found -> found.isWhole() || found.course().settledAt() == null);
        Optional<ChunkRequest> chunk = ChunkRequest.read(
                request.getHeader("Content-Range"),
                request.getHeader("Content-Length"),
                request.getHeader("Content-Type"));
        if (post.isEmpty()) {
            incoming.discard();
            request.response().setStatusCode(404).end();
        } else if (post.get().transfer().expired(world.now())) {
            refuse(incoming, 403, post.get());
        } else if (chunk.isEmpty()) {
            refuse(incoming, 400, post.get());
        } else {
            receive(incoming, post.get(), chunk.get());
        }
    }

    private void receive(Incoming incoming, Post post, ChunkRequest chunk) {
        int verdict = chunk.verdict(post);
        @Nullable Transfer older = running.get(post.uploadId());
        if (verdict != 200) {
            refuse(incoming, verdict, post);
        } else if (older != null) {
            // The client has given that connection up, or should have: only one may write into the file.
            older.incoming().cut();
            older.done()
                    .onComplete(over ->
                            receive(incoming, world.upload(post.uploadId()).orElse(post), chunk));
        } else {
            begin(incoming, post, chunk);
        }
    }

    private void begin(Incoming incoming, Post post, ChunkRequest chunk) {
        Future<Void> written = open(world.file(post, 0), chunk.first())
                .onFailure(unwritable -> incoming.discard())
                .compose(incoming::pour)
                .onComplete(over -> running.remove(post.uploadId()));
        if (!written.isComplete()) {
            running.put(post.uploadId(), new Transfer(incoming, written));
        }
        written.onSuccess(whole -> stored(incoming.request(), post.uploadId(), chunk))
                .onFailure(failure -> notStored(incoming, 500, post));
    }

    private static Future<ChunkFile> open(Path file, long position) {
        try {
            return Future.succeededFuture(ChunkFile.open(file, position));
        } catch (IOException e) {
            return Future.failedFuture(e);
        }
    }

    private void stored(HttpServerRequest request, String uploadId, ChunkRequest chunk) {
        world.updatePost(uploadId, post -> post.withReceivedBytes(chunk.last() + 1));
        Optional<Post> after = world.upload(uploadId);
        if (after.isEmpty()) {
            // The sandbox was reset meanwhile.
            request.response().setStatusCode(404).end();
            return;
        }
        if (after.get().isWhole()) {
            whenComplete.accept(after.get());
        }
        answer(request, after.get().isWhole() ? 201 : 206, after.get());
    }

    /** Answers at once; what still comes of the body is thrown away. */
    private void refuse(Incoming incoming, int status, Post post) {
        incoming.discard();
        notStored(incoming, status, post);
    }

    private void notStored(Incoming incoming, int status, Post post) {
        incoming.over()
                .onComplete(
                        over -> discarded(post.uploadId(), incoming.request().bytesRead()));
        answer(incoming.request(), status, post);
    }

    private void discarded(String uploadId, long bytes) {
        if (bytes > 0) {
            world.updatePost(uploadId, post -> post.withMoreDiscarded(bytes));
        }
    }

    private void answer(HttpServerRequest request, int status, Post post) {
        if (!request.response().closed()) {
            request.response()
                    .setStatusCode(status)
                    .putHeader(
                            "Content-Range",
                            "bytes 0-" + told(post.transfer().receivedBytes()) + "/"
                                    + post.transfer().plan().videoSize())
                    .end();
        }
    }

    /** The documentation does not say which of the two it is. */
    private long told(long storedBytes) {
        boolean isIndex = world.settings().progressHeader() == Settings.ProgressHeader.LAST_INDEX;
        return isIndex ? Math.max(0, storedBytes - 1) : storedBytes;
    }

    /**
     * A chunk on its way to disk.
     *
     * @param incoming where it comes from
     * @param done ends when the file is closed again
     */
    private record Transfer(Incoming incoming, Future<Void> done) {}
}
