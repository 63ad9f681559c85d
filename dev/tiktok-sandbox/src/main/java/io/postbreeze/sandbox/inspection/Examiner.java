package io.postbreeze.sandbox.inspection;

import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Medium;
import io.postbreeze.sandbox.state.Post;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
                .filter(post ->
                        post.course().settledAt() == null && post.transfer().isWhole())
                .forEach(this::examine);
    }

    /** Notes the verdict when it is there. */
    public void examine(Post post) {
        Path file = world.video(post);
        Creator creator = world.creatorOf(post.openId());
        Instant arrived = world.now();
        boolean refused = oneTooMany.test(post);
        vertx.executeBlocking(() -> judge(file, creator), false)
                .map(judged -> refused ? judged.failed("spam_risk_too_many_posts") : judged)
                .otherwise(failure -> new Judged(null, "internal"))
                .onSuccess(judged -> world.settle(post.uploadId(), judged.media(), arrived, judged.reason()));
    }

    private static Judged judge(Path file, Creator creator) throws IOException {
        Finding finding = MediaReader.video(file);
        Medium medium = new Medium(
                0,
                null,
                Files.size(file),
                sha256(file),
                finding.contentType(),
                finding.durationMs(),
                finding.width(),
                finding.height());
        return new Judged(medium, VideoRules.failReason(finding, creator.maxDurationSeconds()));
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

    /**
     * What was found.
     *
     * @param medium the file, null when it could not be read at all
     * @param failReason the rule it breaks, null for none
     */
    private record Judged(@Nullable Medium medium, @Nullable String failReason) {

        Judged failed(String other) {
            return new Judged(medium, other);
        }

        List<Medium> media() {
            return medium == null ? List.of() : List.of(medium);
        }

        Optional<String> reason() {
            return Optional.ofNullable(failReason);
        }
    }
}
