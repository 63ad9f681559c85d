package io.postbreeze.publisher.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailurePolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant GIVE_UP = NOW.plus(Duration.ofHours(24));

    private final FailurePolicy policy = new FailurePolicy();
    private final Random random = new Random(11);

    @ParameterizedTest
    @CsvSource({
        "invalid_param, TIKTOK_REJECTED",
        "invalid_params, TIKTOK_REJECTED",
        "invalid_file_upload, TIKTOK_REJECTED",
        "spam_risk_user_banned_from_posting, TIKTOK_CREATOR_BANNED",
        "spam_risk_text, TIKTOK_SPAM_RISK",
        "spam_risk, TIKTOK_SPAM_RISK",
        "unaudited_client_can_only_post_to_private_accounts, TIKTOK_APP_UNAUDITED",
        "url_ownership_unverified, TT_DOMAIN_UNVERIFIED",
        "privacy_level_option_mismatch, TT_PRIVACY_NOT_ALLOWED",
        "duration_check_failed, TT_DURATION_OUT_OF_RANGE",
        "file_format_check_failed, TIKTOK_FORMAT_REFUSED",
        "frame_rate_check_failed, TIKTOK_FRAME_RATE_REFUSED",
        "picture_size_check_failed, TIKTOK_PICTURE_SIZE_REFUSED",
        "publish_cancelled, TIKTOK_CANCELLED",
        "auth_removed, ACCOUNT_NEEDS_RECONNECT"
    })
    void aFinalRefusalIsNeverTriedAgain(String code, String pageCode) {
        for (FailureKind kind : Set.of(FailureKind.REFUSED, FailureKind.PROCESSING_FAILED)) {
            NextStep step = decide(Failure.of(kind, code), at(Step.STATUS));
            assertThat(step).isInstanceOfSatisfying(NextStep.GiveUp.class, end -> {
                assertThat(end.problem().code()).isEqualTo(pageCode);
                assertThat(end.problem().message()).isNotBlank();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spam_risk_too_many_posts", "reached_active_user_cap", "spam_risk_too_many_pending_share"})
    void aDayCapIsSnoozedForLong(String code) {
        NextStep step = decide(Failure.of(FailureKind.CAPPED, code), at(Step.PREPARE));
        assertThat(step)
                .isInstanceOfSatisfying(
                        NextStep.SnoozeUntil.class,
                        snooze -> assertThat(snooze.at()).isAfterOrEqualTo(NOW.plus(Duration.ofMinutes(15))));
    }

    @Test
    void aDayCapIsSnoozedToTheMomentItsWindowMoves() {
        Failure capped =
                Failure.of(FailureKind.CAPPED, "spam_risk_too_many_posts").retriedAfter(Duration.ofHours(5));
        assertThat(decide(capped, at(Step.PREPARE)))
                .isInstanceOfSatisfying(
                        NextStep.SnoozeUntil.class,
                        snooze -> assertThat(snooze.at())
                                .isBetween(
                                        NOW.plus(Duration.ofHours(5)),
                                        NOW.plus(Duration.ofHours(5)).plusSeconds(30)));
    }

    /** Others may post from the account too: when the window moved in vain, nobody asks every second from then on. */
    @Test
    void aWindowThatMovesInVainIsAskedAboutLessAndLess() {
        Failure capped =
                Failure.of(FailureKind.CAPPED, "spam_risk_too_many_posts").retriedAfter(Duration.ofSeconds(1));
        Situation later = new Situation(Step.PREPARE, 1, 9, GIVE_UP, false, false);
        assertThat(decide(capped, later))
                .isInstanceOfSatisfying(
                        NextStep.SnoozeUntil.class,
                        snooze -> assertThat(snooze.at()).isAfterOrEqualTo(NOW.plus(Duration.ofMinutes(7))));
    }

    @Test
    void aDayCapThatOutlastsPatienceIsTold() {
        NextStep step = policy.decide(
                Failure.of(FailureKind.CAPPED, "spam_risk_too_many_posts"), at(Step.PREPARE), GIVE_UP, random);
        assertThat(step)
                .isInstanceOfSatisfying(
                        NextStep.GiveUp.class,
                        end -> assertThat(end.problem().code()).isEqualTo("TT_RATE_LIMITED"));
    }

    @Test
    void aThrottledCallWaitsWithoutCountingAnAttempt() {
        NextStep step = decide(Failure.of(FailureKind.THROTTLED, "rate_limit_exceeded"), at(Step.INIT_VIDEO));
        assertThat(step)
                .isInstanceOfSatisfying(
                        NextStep.SnoozeUntil.class,
                        snooze -> assertThat(snooze.at()).isBetween(NOW.plusSeconds(10), NOW.plusSeconds(20)));
    }

    @Test
    void whatTikTokAsksToWaitIsWaited() {
        Failure failure = new Failure(FailureKind.THROTTLED, "rate_limit_exceeded", null, null, Duration.ofSeconds(47));
        assertThat(decide(failure, at(Step.INIT_VIDEO)))
                .isInstanceOfSatisfying(
                        NextStep.SnoozeUntil.class,
                        snooze -> assertThat(snooze.at()).isEqualTo(NOW.plusSeconds(47)));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"UNAVAILABLE", "SERVICE_UNAVAILABLE", "OUTCOME_UNKNOWN", "UNREADABLE", "UNEXPECTED"})
    void whatMayPassIsTriedAgainSoon(FailureKind kind) {
        assertThat(decide(Failure.of(kind, "timeout"), at(Step.INIT_VIDEO)))
                .isInstanceOfSatisfying(
                        NextStep.RetryAt.class,
                        retry -> assertThat(retry.at()).isBetween(NOW.plusSeconds(1), NOW.plusSeconds(2)));
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"UNAVAILABLE", "SERVICE_UNAVAILABLE", "OUTCOME_UNKNOWN", "UNREADABLE", "UNEXPECTED", "THROTTLED"})
    void patienceEndsAtItsTimeAndNotAfterSomeAttempts(FailureKind kind) {
        Situation worn = new Situation(Step.PREPARE, 500, 499, GIVE_UP, false, false);
        assertThat(policy.decide(Failure.of(kind, "timeout"), worn, GIVE_UP.minusMillis(1), random))
                .isNotInstanceOf(NextStep.GiveUp.class);
        assertThat(policy.decide(Failure.of(kind, "timeout"), worn, GIVE_UP, random))
                .isInstanceOf(NextStep.GiveUp.class);
    }

    @Test
    void theLastTryIsAtTheEndOfPatience() {
        Situation worn = new Situation(Step.PREPARE, 50, 49, GIVE_UP, false, false);
        assertThat(policy.decide(Failure.of(FailureKind.UNAVAILABLE, "timeout"), worn, GIVE_UP.minusSeconds(1), random))
                .isEqualTo(new NextStep.RetryAt(GIVE_UP));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aFileThatTikTokMayHaveIsNeverCalledFailedForWantOfAnAnswer(Step step) {
        Situation sent = new Situation(step, 9, 8, GIVE_UP, false, true);
        assertThat(policy.decide(
                        Failure.of(FailureKind.UNAVAILABLE, "timeout"), sent, GIVE_UP.plus(Duration.ofDays(2)), random))
                .isInstanceOf(NextStep.RetryAt.class);
    }

    @Test
    void aRefusedTokenIsRenewedOnce() {
        Failure refused = Failure.of(FailureKind.TOKEN_REFUSED, "access_token_invalid");
        assertThat(decide(refused, at(Step.INIT_VIDEO))).isInstanceOf(NextStep.RenewToken.class);
        Situation renewed = new Situation(Step.INIT_VIDEO, 1, 0, GIVE_UP, true, false);
        assertThat(decide(refused, renewed)).isInstanceOf(NextStep.Reauthorise.class);
    }

    @Test
    void aMissingConnectionIsWaitedForAndThenTold() {
        Failure gone = Failure.of(FailureKind.RECONNECT_NEEDED, "account_needs_reconnect");
        assertThat(decide(gone, at(Step.PREPARE))).isInstanceOf(NextStep.Reauthorise.class);
        assertThat(policy.decide(gone, at(Step.PREPARE), GIVE_UP, random))
                .isInstanceOfSatisfying(
                        NextStep.GiveUp.class,
                        end -> assertThat(end.problem().code()).isEqualTo("ACCOUNT_NEEDS_RECONNECT"));
    }

    @ParameterizedTest
    @CsvSource({"OUTCOME_UNKNOWN, reply_lost", "UNREADABLE, odd_publish_id", "UNREADABLE, answer_too_large"})
    void aPhotoInitWithoutAnAnswerThatSaysAnythingIsVerified(FailureKind kind, String code) {
        assertThat(decide(Failure.of(kind, code), at(Step.INIT_PHOTO))).isInstanceOf(NextStep.VerifyAt.class);
        assertThat(decide(Failure.of(kind, code), at(Step.INIT_VIDEO))).isInstanceOf(NextStep.RetryAt.class);
    }

    @Test
    void aLostUploadAddressIsVerifiedBeforeAnythingElse() {
        assertThat(decide(Failure.of(FailureKind.UPLOAD_GONE, "upload_http_404"), at(Step.CHUNK)))
                .isInstanceOf(NextStep.VerifyAt.class);
        assertThat(decide(Failure.of(FailureKind.UPLOAD_EXPIRED, "upload_expired"), at(Step.CHUNK)))
                .isInstanceOf(NextStep.StartOverAt.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal", "video_pull_failed", "photo_pull_failed"})
    void whatTikTokFailedAtBeginsAnew(String reason) {
        assertThat(decide(Failure.of(FailureKind.PROCESSING_FAILED, reason), at(Step.STATUS)))
                .isInstanceOf(NextStep.StartOverAt.class);
    }

    @Test
    void aRefusalWithoutAKnownReasonIsTriedThreeTimes() {
        Failure failure = Failure.of(FailureKind.PROCESSING_FAILED, "brand_new_reason");
        assertThat(decide(failure, new Situation(Step.STATUS, 2, 0, GIVE_UP, false, false)))
                .isInstanceOf(NextStep.StartOverAt.class);
        assertThat(decide(failure, new Situation(Step.STATUS, 3, 0, GIVE_UP, false, false)))
                .isInstanceOf(NextStep.GiveUp.class);
    }

    @Test
    void anUploadThatTikTokForgotBeginsAnewOnlyWhenItCannotBeComplete() {
        Failure lost = Failure.of(FailureKind.REFUSED, "invalid_publish_id");
        assertThat(decide(lost, at(Step.STATUS))).isInstanceOf(NextStep.StartOverAt.class);
        assertThat(decide(lost, new Situation(Step.STATUS, 1, 0, GIVE_UP, false, true)))
                .isInstanceOf(NextStep.GiveUp.class);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void everyKindOfFailureEndsWithWordsForTheUser(FailureKind kind) {
        Problem problem = Endings.of(Failure.of(kind, "some_code"));
        assertThat(problem.code()).isNotBlank();
        assertThat(problem.message()).isNotBlank();
    }

    @Test
    void everyDocumentedCodeHasItsRow() {
        Set<String> documented = Set.of(
                "access_token_invalid",
                "scope_not_authorized",
                "scope_permission_missed",
                "rate_limit_exceeded",
                "app_version_check_failed",
                "internal_error",
                "internal",
                "invalid_publish_id",
                "token_not_authorized_for_specified_publish_id");
        assertThat(Arrays.stream(KnownCode.values()).map(KnownCode::code).collect(Collectors.toSet()))
                .containsAll(documented);
    }

    private NextStep decide(Failure failure, Situation situation) {
        return policy.decide(failure, situation, NOW, random);
    }

    private static Situation at(Step step) {
        return new Situation(step, 1, 0, GIVE_UP, false, false);
    }
}
