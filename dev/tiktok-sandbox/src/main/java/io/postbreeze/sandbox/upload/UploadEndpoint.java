package io.postbreeze.sandbox.upload;

import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code PUT upload_url}: chunks strictly one after another. Bytes go straight to disk, at their place in the file;
 * they count once their chunk is there as a whole, so a chunk that was cut off leaves nothing behind.
 */
public final class UploadEndpoint {
    private static final OpenOptions WRITE =
            new OpenOptions().setRead(false).setWrite(true).setCreate(true);

    private final Vertx vertx;
    private final World world;
    private final Consumer<Post> whenComplete;

    /**
     * An endpoint.
     *
     * @param whenComplete told each post whose last byte has arrived
     */
    public UploadEndpoint(Vertx vertx, World world, Consumer<Post> whenComplete) {
        this.vertx = vertx;
        this.world = world;
        this.whenComplete = whenComplete;
    }

    /** One chunk. */
    public void put(HttpServerRequest request) {
        request.pause();
        Optional<Post> post = Optional.ofNullable(request.getParam("upload_id"))
                .flatMap(world::upload)
                .filter(found -> found.uploadToken().equals(request.getParam("upload_token")));
        Optional<ChunkRequest> chunk = ChunkRequest.read(
                request.getHeader("Content-Range"),
                request.getHeader("Content-Length"),
                request.getHeader("Content-Type"));
        if (post.isEmpty()) {
            refuse(request, 404, "");
        } else if (post.get().uploadExpired(world.now())) {
            refuse(request, 403, "");
        } else if (chunk.isEmpty()) {
            refuse(request, 400, progress(post.get()));
        } else {
            receive(request, post.get(), chunk.get());
        }
    }

    private void receive(HttpServerRequest request, Post post, ChunkRequest chunk) {
        int verdict = chunk.verdict(post);
        if (verdict != 200) {
            refuse(request, verdict, progress(post));
            return;
        }
        write(request, post, chunk)
                .onSuccess(written -> stored(request, post.uploadId(), chunk))
                .onFailure(failure -> {
                    if (!request.response().closed()) {
                        refuse(request, 500, progress(post));
                    }
                });
    }

    private Future<Void> write(HttpServerRequest request, Post post, ChunkRequest chunk) {
        return vertx.fileSystem()
                .open(world.video(post).toString(), WRITE)
                .compose(file -> request.pipeTo(file.setWritePos(chunk.first())));
    }

    private void stored(HttpServerRequest request, String uploadId, ChunkRequest chunk) {
        // While these bytes came, the same chunk may have arrived on another connection: it is stored once.
        Post before = world.upload(uploadId).orElseThrow();
        if (before.receivedBytes() != chunk.first()) {
            refuse(request, 416, progress(before));
            return;
        }
        Post after = before.withReceivedBytes(chunk.last() + 1);
        world.putPost(after);
        boolean complete = after.receivedBytes() == after.videoSize();
        answer(request, complete ? 201 : 206, progress(after));
        if (complete) {
            whenComplete.accept(after);
        }
    }

    private static void refuse(HttpServerRequest request, int status, String progress) {
        request.resume();
        answer(request, status, progress);
    }

    private static void answer(HttpServerRequest request, int status, String progress) {
        if (!progress.isEmpty()) {
            request.response().putHeader("Content-Range", progress);
        }
        request.response().setStatusCode(status).end();
    }

    private static String progress(Post post) {
        return "bytes 0-" + post.receivedBytes() + "/" + post.videoSize();
    }
}
