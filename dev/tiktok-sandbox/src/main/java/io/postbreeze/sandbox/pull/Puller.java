package io.postbreeze.sandbox.pull;

import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Transfer.Source;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Fetches the files of posts: a few posts at a time, the photos of one post one after another. */
public final class Puller {
    private static final int AT_ONCE = 8;
    /** One byte more than a photo may have, so that one that is too large is told apart from one that cannot be had. */
    private static final long MOST_PHOTO = 20_000_001;

    /** Progress is written down this often, bytes. */
    private static final long NEWS = 1 << 20;

    private static final long MOST_VIDEO = 4L << 30;

    private final World world;
    private final Fetch fetch;
    private final Consumer<Post> whenComplete;
    private final Queue<Post> waiting = new ArrayDeque<>();
    private int running;

    /**
     * A puller.
     *
     * @param whenComplete told each post whose files are all there
     */
    public Puller(Vertx vertx, World world, Consumer<Post> whenComplete) {
        this.world = world;
        this.fetch = new Fetch(vertx, world.properties());
        this.whenComplete = whenComplete;
    }

    /** Pulls that a restart interrupted begin again. */
    public void resume() {
        world.posts().stream()
                .filter(post -> post.transfer().source() == Source.PULL_FROM_URL)
                .filter(post -> !post.isSettled(world.now()) && !post.isWhole())
                .forEach(this::pull);
    }

    /** Fetches the files of a post, when it is its turn. */
    public void pull(Post post) {
        waiting.add(post);
        next();
    }

    private void next() {
        while (running < AT_ONCE && !waiting.isEmpty()) {
            Post post = waiting.remove();
            running++;
            files(post, 0, 0).onComplete(over -> {
                running--;
                if (over.succeeded()) {
                    world.upload(post.uploadId()).filter(this::goesOn).ifPresent(whenComplete);
                } else {
                    failed(post);
                }
                next();
            });
        }
    }

    /** The files from an index on, when so many bytes have come before. */
    private Future<Void> files(Post post, int index, long before) {
        if (index == post.transfer().urls().size()) {
            return Future.succeededFuture();
        }
        long[] bytes = {before};
        LongPredicate progress = now -> {
            boolean isNews = (before + now) / NEWS > bytes[0] / NEWS;
            bytes[0] = before + now;
            return isNews ? note(post, bytes[0]) : isWanted(post);
        };
        return fetch.fetch(
                        post.transfer().urls().get(index),
                        world.file(post, index),
                        post.kind() == Post.Kind.VIDEO ? MOST_VIDEO : MOST_PHOTO,
                        world.settings().pullTimeoutMs(),
                        progress)
                .compose(done -> {
                    note(post, bytes[0]);
                    return files(post, index + 1, bytes[0]);
                });
    }

    /** Notes how far a pull has come; false when there is no point in going on. */
    private boolean note(Post post, long bytes) {
        boolean isWanted = isWanted(post);
        if (isWanted) {
            world.updatePost(post.uploadId(), now -> now.withReceivedBytes(bytes));
        }
        return isWanted;
    }

    private boolean isWanted(Post post) {
        return world.upload(post.uploadId()).filter(this::goesOn).isPresent();
    }

    private boolean goesOn(Post post) {
        return !post.isSettled(world.now());
    }

    private void failed(Post post) {
        world.upload(post.uploadId())
                .filter(this::goesOn)
                .ifPresent(now -> world.fail(
                        now.publishId(), now.kind() == Post.Kind.VIDEO ? "video_pull_failed" : "photo_pull_failed"));
    }
}
