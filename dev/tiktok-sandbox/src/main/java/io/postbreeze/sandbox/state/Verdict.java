package io.postbreeze.sandbox.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a post whose bytes are in, decided at once and read off the clock later. */
final class Verdict {
    private static final String PUBLIC = "PUBLIC_TO_EVERYONE";

    private Verdict() {}

    /**
     * A post after its last byte. One that has failed meanwhile, because it was cancelled or its creator left, stays
     * so.
     *
     * @param failReason the rule its files break, empty when they are fine
     */
    static Post of(Post post, List<Medium> media, Instant receivedAt, Optional<String> failReason, Settings settings) {
        Post whole = post.withMedia(media);
        if (post.course().settledAt() != null) {
            return whole;
        }
        Instant settled = receivedAt.plusMillis(settings.processingMs());
        Optional<String> reason = fated(post).or(() -> failReason);
        if (reason.isPresent()) {
            return whole.with(post.course().failed(receivedAt, settled, reason.get()));
        }
        Course received = post.course().received(receivedAt, settled);
        return whole.with(
                post.mode() == Post.Mode.DIRECT_POST
                        ? posted(received, settled, post.info().privacyLevel(), settings)
                        : received);
    }

    private static Optional<String> fated(Post post) {
        return Optional.ofNullable(post.fate())
                .filter(fate -> fate.kind() == Fate.Kind.FAIL)
                .map(Fate::failReason);
    }

    /** An inbox item that its creator posts in the app, for everyone to see. */
    static Post finished(Post post, Instant now, int howMany, LongSupplier numbers, Settings settings) {
        List<Long> ids = Stream.concat(
                        Stream.of(post.postId()),
                        LongStream.generate(numbers).limit(howMany - 1L).boxed())
                .toList();
        return post.posted(posted(post.course(), now, PUBLIC, settings), PUBLIC, ids);
    }

    /** A post that moderation lets through now, keeps from everyone's eyes, or fails when it was not posted yet. */
    static Post moderated(Post post, Instant now, boolean through, String failReason) {
        if (through) {
            return approved(post, now);
        }
        Course course = post.course();
        return post.with(
                post.isSettled(now)
                        ? course.posted(course.postedAt(), null, null)
                        : course.failed(course.receivedAt(), now, failReason));
    }

    private static Post approved(Post post, Instant now) {
        Course course = post.course();
        @Nullable Instant isPublic = post.info().privacyLevel().equals(PUBLIC) ? now : null;
        @Nullable
        Instant posted = course.postedAt() != null && course.postedAt().isAfter(now) ? now : course.postedAt();
        Course settled = new Course(course.receivedAt(), now, null, posted, isPublic, isPublic, null);
        return post.with(settled);
    }

    private static Course posted(Course course, Instant at, String privacy, Settings settings) {
        @Nullable Instant isPublic = privacy.equals(PUBLIC) ? at.plusMillis(settings.moderationMs()) : null;
        return course.posted(at, isPublic, identified(isPublic, settings));
    }

    private static @Nullable Instant identified(@Nullable Instant isPublic, Settings settings) {
        if (isPublic == null) {
            return null;
        }
        return switch (settings.postId()) {
            case NORMAL -> isPublic;
            case LATE -> isPublic.plusMillis(settings.postIdLateMs());
            case NEVER -> null;
        };
    }
}
