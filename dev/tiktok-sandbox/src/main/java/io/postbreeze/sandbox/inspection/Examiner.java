package io.postbreeze.sandbox.inspection;

import io.postbreeze.sandbox.state.Medium;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Transfer;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges files that arrived whole, off the event loop, and notes the verdict. */
public final class Examiner {
    private static final int LONGEST_FINISH_SECONDS = 10;

    private final Vertx vertx;
    private final World world;
    private final Predicate<Post> oneTooMany;
    /** One party for each file that is being looked at, and one for whoever waits for them. */
    private final Phaser running = new Phaser(1);

    /**
     * An examiner.
     *
     * @param oneTooMany whether a post that is whole is over its creator's cap of 24 hours
     */
    public Examiner(Vertx vertx, World world, Predicate<Post> oneTooMany) {
        this.vertx = vertx;
        this.world = world;
        this.oneTooMany = oneTooMany;
        world.onClose(this::finish);
    }

    /** Uploads whose last byte came before a restart, and whose verdict did not. */
    public void resume() {
        world.posts().stream()
                .filter(post ->
                        post.course().settledAt() == null && post.transfer().isWhole())
                .forEach(this::examine);
    }

    /** Notes the verdict when it is there. */
    public void examine(Post post) {
        int files = Math.max(1, post.transfer().urls().size());
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            paths.add(world.file(post, i));
        }
        int maxSeconds = world.creatorOf(post.openId()).maxDurationSeconds();
        Instant arrived = world.now();
        // Asked when it begins to count: an upload from its last byte on, a pull from its verdict on.
        boolean isUpload = post.transfer().source() == Transfer.Source.FILE_UPLOAD;
        boolean isOver = isUpload && oneTooMany.test(post);
        running.register();
        vertx.executeBlocking(() -> judge(post, paths, maxSeconds), false)
                .map(judged -> isOver || (!isUpload && oneTooMany.test(post))
                        ? judged.failed("spam_risk_too_many_posts")
                        : judged)
                .otherwise(failure -> new Judged(List.of(), "internal"))
                .onSuccess(judged ->
                        world.settle(post.uploadId(), judged.media(), arrived, Optional.ofNullable(judged.reason())))
                .onComplete(done -> running.arriveAndDeregister());
    }

    /**
     * Lets what is being looked at be looked at to its end, though not for ever: it is looked at again at the next
     * start.
     */
    private void finish() {
        try {
            running.awaitAdvanceInterruptibly(running.arrive(), LONGEST_FINISH_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // Long enough.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One bad photo fails the whole carousel; TikTok does not say which one it was. */
    private static Judged judge(Post post, List<Path> files, int maxSeconds) throws IOException {
        List<Medium> media = new ArrayList<>();
        @Nullable String broken = null;
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            boolean isVideo = post.kind() == Post.Kind.VIDEO;
            Finding finding = isVideo ? MediaReader.video(file) : MediaReader.photo(file);
            long bytes = Files.size(file);
            media.add(medium(post.transfer(), i, file, bytes, finding));
            if (broken == null) {
                broken = isVideo ? VideoRules.failReason(finding, maxSeconds) : PhotoRules.failReason(finding, bytes);
            }
        }
        return new Judged(media, broken);
    }

    private static Medium medium(Transfer transfer, int index, Path file, long bytes, Finding finding)
            throws IOException {
        // Queries of addresses are passwords more often than not.
        @Nullable
        String url =
                transfer.urls().isEmpty() ? null : transfer.urls().get(index).replaceFirst("[?].*", "");
        return new Medium(
                index,
                url,
                bytes,
                sha256(file),
                finding.contentType(),
                finding.durationMs(),
                finding.width(),
                finding.height());
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[256 << 10];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JRE has SHA-256", e);
        }
    }

    /**
     * What was found.
     *
     * @param media the files
     * @param reason the first rule that is broken, null for none
     */
    private record Judged(List<Medium> media, @Nullable String reason) {

        Judged failed(String other) {
            return new Judged(media, other);
        }
    }
}
