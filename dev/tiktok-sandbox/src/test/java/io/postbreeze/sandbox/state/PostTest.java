package io.postbreeze.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A post's status, read off the clock. Processing takes 2 s, moderation 1 s. */
class PostTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");
    private static final Settings SETTINGS = Settings.DEFAULTS;

    @ParameterizedTest
    @CsvSource({
        "0, PROCESSING_UPLOAD, false",
        "1999, PROCESSING_UPLOAD, false",
        "2000, PUBLISH_COMPLETE, false",
        "2999, PUBLISH_COMPLETE, false",
        "3000, PUBLISH_COMPLETE, true"
    })
    void aDirectPostIsThroughAfterProcessingAndPublicAfterModeration(long ms, String status, boolean isPublic) {
        Post post = settled(direct(), null);
        Instant now = START.plusMillis(ms);

        assertThat(post.status(now)).isEqualTo(status);
        assertThat(post.isPublic(now)).isEqualTo(isPublic);
        assertThat(post.isIdentified(now)).isEqualTo(isPublic);
    }

    @Test
    void whatBreaksARuleFailsWhenProcessingEnds() {
        Post post = settled(direct(), "duration_check_failed");

        assertThat(post.status(START.plusMillis(1_999))).isEqualTo("PROCESSING_UPLOAD");
        assertThat(post.failReason(START.plusMillis(2_000))).contains("duration_check_failed");
        assertThat(post.onProfile(START.plusSeconds(60))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"FILE_UPLOAD, VIDEO, internal", "PULL, VIDEO, video_pull_failed", "PULL, PHOTO, photo_pull_failed"})
    void bytesThatNeverComeFailAfterAnHour(String source, Post.Kind kind, String reason) {
        Transfer transfer =
                source.equals("PULL") ? Transfer.pull("1", List.of("https://example.com/a"), START) : upload();
        Post post = post(kind, Post.Mode.DIRECT_POST, transfer, null);

        assertThat(post.failReason(START.plusSeconds(3_599))).isEmpty();
        assertThat(post.failReason(START.plusSeconds(3_600))).contains(reason);
    }

    @Test
    void aWholeUploadDoesNotExpire() {
        Post post = direct().withReceivedBytes(100);

        assertThat(post.status(START.plusSeconds(7_200))).isEqualTo("PROCESSING_UPLOAD");
    }

    @Test
    void anInboxItemWaitsForItsCreatorAndMayBecomeSeveralPosts() {
        Post waiting = settled(post(Post.Kind.VIDEO, Post.Mode.MEDIA_UPLOAD, upload(), null), null);
        Instant later = START.plusSeconds(3_000);
        assertThat(waiting.status(later)).isEqualTo("SEND_TO_USER_INBOX");

        Post posted = Verdict.finished(waiting, later, 2, () -> 9L, SETTINGS);

        assertThat(posted.status(later)).isEqualTo("PUBLISH_COMPLETE");
        assertThat(posted.isPublic(later.plusSeconds(1))).isTrue();
        assertThat(posted.postIds()).containsExactly(7L, 9L);
    }

    @Test
    void aNumberMayComeLateOrNever() {
        Instant isPublic = START.plusSeconds(3);
        Post late = settled(direct(), null, SETTINGS.changedBy("{\"postId\":\"LATE\",\"postIdLateMs\":5000}"));
        Post never = settled(direct(), null, SETTINGS.changedBy("{\"postId\":\"NEVER\"}"));

        assertThat(late.isPublic(isPublic)).isTrue();
        assertThat(late.isIdentified(isPublic.plusMillis(4_999))).isFalse();
        assertThat(late.isIdentified(isPublic.plusMillis(5_000))).isTrue();
        assertThat(never.isPublic(isPublic)).isTrue();
        assertThat(never.isIdentified(isPublic.plusSeconds(1_000_000))).isFalse();
    }

    @Test
    void aPostThatFailedMeanwhileStaysFailedWhenItsBytesAreJudged() {
        Post cancelled = direct().with(Course.BEGUN.failed(null, START, "publish_cancelled"));

        assertThat(settled(cancelled, null).failReason(START.plusSeconds(9))).contains("publish_cancelled");
    }

    @Test
    void aFateOutranksTheFiles() {
        Post fated = post(
                Post.Kind.VIDEO,
                Post.Mode.DIRECT_POST,
                upload(),
                new Fate("fault_1", Fate.Kind.FAIL, "spam_risk_text"));

        assertThat(settled(fated, null).failReason(START.plusSeconds(2))).contains("spam_risk_text");
    }

    @Test
    void whatIsTakenDownLeavesTheProfileAndStaysComplete() {
        Post post = settled(direct(), null);
        Instant later = START.plusSeconds(60);
        Post gone = post.with(post.course().removed(later));

        assertThat(gone.status(later)).isEqualTo("PUBLISH_COMPLETE");
        assertThat(gone.onProfile(later)).isFalse();
        assertThat(gone.isPublic(later)).isFalse();
    }

    private static Post settled(Post post, @Nullable String reason) {
        return settled(post, reason, SETTINGS);
    }

    private static Post settled(Post post, @Nullable String reason, Settings settings) {
        return Verdict.of(post, List.of(), START, Optional.ofNullable(reason), settings);
    }

    private static Post direct() {
        return post(Post.Kind.VIDEO, Post.Mode.DIRECT_POST, upload(), null);
    }

    private static Transfer upload() {
        return Transfer.upload("1", "t", new ChunkPlan(100, 100, 1), START);
    }

    private static Post post(Post.Kind kind, Post.Mode mode, Transfer transfer, @Nullable Fate fate) {
        PostInfo info = mode == Post.Mode.DIRECT_POST
                ? PostInfo.unsaid("c", null, null).withPrivacy("PUBLIC_TO_EVERYONE")
                : PostInfo.unsaid("", null, null);
        return new Post("p", "o", START, kind, mode, info, transfer, List.of(), Course.BEGUN, List.of(7L), fate);
    }
}
