package io.postbreeze.sandbox.pull;

import io.postbreeze.sandbox.inspection.PhotoRules;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Transfer.Source;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/** Fetches the files of posts: a few posts at a time, the photos of one post one after another. */
public final class Puller {
    private static final int AT_ONCE = 8;

    /** Progress is written down this often, bytes. */
    private static final long NEWS = 1 << 20;

    private static final long MOST_VIDEO = 4L << 30;

    private final Vertx vertx;
    private final World world;
    private final Fetch fetch;
    private final Consumer<Post> whenComplete;
    private final Queue<Post> waiting = new ArrayDeque<>();
    /** By the name of the pull what ends it. */
    private final Map<String, Promise<Void>> running = new HashMap<>();

    /**
     * A puller.
     *
     * @param whenComplete told each post whose files are all there
     */
    public Puller(Vertx vertx, World world, Consumer<Post> whenComplete) {
        this.vertx = vertx;
        this.world = world;
        this.fetch = new Fetch(vertx, world.properties(), AT_ONCE);
        this.whenComplete = whenComplete;
        // A host that says nothing more would keep its place long after the post was given up.
        world.onPost(post -> {
            if (post.course().settledAt() != null) {
                stop(post.uploadId());
            }
        });
        world.onReset(() -> {
            waiting.clear();
            List.copyOf(running.keySet()).forEach(this::stop);
        });
    }

    private void stop(String uploadId) {
        Optional.ofNullable(running.get(uploadId)).ifPresent(Promise::tryComplete);
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
        while (running.size() < AT_ONCE && !waiting.isEmpty()) {
            Post post = waiting.remove();
            if (isWanted(post)) {
                begin(post);
            }
        }
    }

    private void begin(Post post) {
        Promise<Void> stop = Promise.promise();
        running.put(post.uploadId(), stop);
        long timer = vertx.setTimer(Math.max(1, world.settings().pullTimeoutMs()), late -> stop.tryComplete());
        files(post, 0, 0, stop.future()).onComplete(over -> {
            vertx.cancelTimer(timer);
            running.remove(post.uploadId());
            ended(post, over);
            next();
        });
    }

    private void ended(Post post, AsyncResult<Void> over) {
        Optional<Post> now = world.upload(post.uploadId()).filter(this::goesOn);
        if (now.isEmpty()) {
            discard(post);
        } else if (over.succeeded()) {
            whenComplete.accept(now.get());
        } else {
            world.fail(post.publishId(), reason(post, over.cause()));
        }
    }

    /** The files from an index on, when so many bytes have come before. */
    private Future<Void> files(Post post, int index, long before, Future<Void> stop) {
        if (index == post.transfer().urls().size()) {
            return Future.succeededFuture();
        }
        if (stop.isComplete() || !isWanted(post)) {
            return Future.failedFuture(new PullFailed("given up before file " + index));
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
                        post.kind() == Post.Kind.VIDEO ? MOST_VIDEO : PhotoRules.MOST_BYTES,
                        progress,
                        stop)
                .compose(done -> {
                    note(post, bytes[0]);
                    return files(post, index + 1, bytes[0], stop);
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

    private static String reason(Post post, Throwable cause) {
        if (post.kind() == Post.Kind.VIDEO) {
            return "video_pull_failed";
        }
        return cause instanceof TooLarge ? PhotoRules.TOO_LARGE : "photo_pull_failed";
    }

    /** What came for a post that was given up, or is gone. A file that is not there is none to lose. */
    private void discard(Post post) {
        for (int i = 0; i < post.transfer().urls().size(); i++) {
            vertx.fileSystem().delete(world.file(post, i).toString());
        }
    }
}
