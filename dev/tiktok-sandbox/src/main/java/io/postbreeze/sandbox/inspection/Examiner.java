package io.postbreeze.sandbox.inspection;

import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Received;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;

/** Judges a file that arrived whole, off the event loop, and notes the verdict. */
public final class Examiner {
    private final Vertx vertx;
    private final World world;
    private final Predicate<Post> oneTooMany;

    /**
     * An examiner.
     *
     * @param oneTooMany whether a post that is whole is over its creator's cap of 24 hours
     */
    public Examiner(Vertx vertx, World world, Predicate<Post> oneTooMany) {
        this.vertx = vertx;
        this.world = world;
        this.oneTooMany = oneTooMany;
    }

    /** Files whose last byte came before a restart, and whose verdict did not. */
    public void resume() {
        world.posts().stream()
                .filter(post -> post.received() == null && post.isWhole())
                .forEach(this::examine);
    }

    /** Notes the verdict when it is there. */
    public void examine(Post post) {
        Path file = world.video(post);
        Creator creator = world.creator(post.openId()).orElseThrow();
        Instant arrived = world.now();
        boolean refused = oneTooMany.test(post);
        vertx.executeBlocking(() -> judge(file, creator, arrived), false)
                .map(received -> refused ? received.failed("spam_risk_too_many_posts") : received)
                .otherwise(failure -> new Received(arrived, "", "internal", 0, 0, 0))
                .onSuccess(received -> world.updatePost(post.uploadId(), now -> now.withReceived(received)));
    }

    private static Received judge(Path file, Creator creator, Instant arrived) throws IOException {
        Finding finding = MediaReader.video(file);
        return new Received(
                arrived,
                sha256(file),
                VideoRules.failReason(finding, creator.maxVideoSeconds()),
                finding.durationMs(),
                finding.width(),
                finding.height());
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[256 << 10];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JRE has SHA-256", e);
        }
    }
}
