package io.postbreeze.publisher.publication;

import static io.postbreeze.publisher.publication.Samples.CREATOR;
import static io.postbreeze.publisher.publication.Samples.NOW;
import static io.postbreeze.publisher.publication.Samples.SIZE;
import static io.postbreeze.publisher.publication.Samples.VIDEO;
import static io.postbreeze.publisher.publication.Samples.claimed;
import static io.postbreeze.publisher.publication.Samples.initialising;
import static io.postbreeze.publisher.publication.Samples.processing;
import static io.postbreeze.publisher.publication.Samples.published;
import static io.postbreeze.publisher.publication.Samples.scheduled;
import static io.postbreeze.publisher.publication.Samples.uploading;
import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.failure.Step;
import io.postbreeze.publisher.publication.Fact.Verdict;
import io.postbreeze.publisher.publication.Transition.Write;
import io.postbreeze.publisher.upload.ByteRange;
import io.postbreeze.publisher.upload.ChunkPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationMachineTest {
    private static final ChunkPlan PLAN = ChunkPlan.forFile(SIZE);
    private static final long LAST_CHUNK = 6 * PLAN.chunkBytes();

    private final PublicationMachine machine = new PublicationMachine(Duration.ofHours(24));
    private final Random random = new Random(3);

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, CLAIMED, 1", "RETRY_AT, CLAIMED, 1", "SNOOZED, CLAIMED, 0", "NEEDS_REAUTH, CLAIMED, 0",
        "CLAIMED, CLAIMED, 0", "INITIALISING, INITIALISING, 0", "UPLOADING, UPLOADING, 0", "PROCESSING, PROCESSING, 0",
        "PUBLISHED, PUBLISHED, 0", "IN_INBOX, IN_INBOX, 0"
    })
    void onlyABeginningAndARetryAreAttempts(PublicationState before, PublicationState after, int attempts) {
        Publication claimed = machine.claim(
                scheduled().edit().state(before).restsUntil(NOW, "why").done());
        assertThat(claimed.state()).isEqualTo(after);
        assertThat(claimed.tries().attempt()).isEqualTo(attempts);
        assertThat(claimed.waitingFor()).isNull();
    }

    @Test
    void aClaimFirstTakesAPlaceInTheRateWindow() {
        Transition next = next(machine.claim(scheduled()), new Fact.Claimed(false));
        assertThat(next.effect()).isEqualTo(new Effect.ReservePlace());
        assertThat(next.write()).isEqualTo(Write.NONE);
        assertThat(next.next().tries().giveUpAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void patienceRunsFromTheFirstAttempt() {
        Publication retried = claimed().edit().state(PublicationState.RETRY_AT).done();
        Instant later = NOW.plus(Duration.ofHours(5));
        Transition next = machine.next(machine.claim(retried), new Fact.Claimed(false), later, random);
        assertThat(next.next().tries().giveUpAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void aFullWindowSnoozesToTheHeldPlace() {
        Instant place = NOW.plusSeconds(40);
        Transition next = next(claimed(), new Fact.PlaceGiven(place));
        assertThat(next.next().state()).isEqualTo(PublicationState.SNOOZED);
        assertThat(next.next().wakeAt()).isEqualTo(place);
        assertThat(next.rests()).isTrue();
        Transition awake = machine.next(machine.claim(next.next()), new Fact.Claimed(false), place, random);
        assertThat(awake.effect()).isEqualTo(new Effect.Inspect());
    }

    @Test
    void aHeldPlaceThatIsMissedIsTakenAnew() {
        Publication snoozed = claimed().edit().state(PublicationState.SNOOZED).done();
        Instant late = NOW.plus(PublicationMachine.PLACE_KEEPS).plusMillis(1);
        assertThat(machine.next(machine.claim(snoozed), new Fact.Claimed(false), late, random)
                        .effect())
                .isEqualTo(new Effect.ReservePlace());
        assertThat(machine.next(claimed(), new Fact.Inspected(VIDEO, CREATOR), late, random)
                        .effect())
                .isEqualTo(new Effect.ReservePlace());
    }

    @Test
    void theFenceIsWrittenBeforeTheInit() {
        Transition next = next(claimed(), new Fact.Inspected(VIDEO, CREATOR));
        assertThat(next.next().state()).isEqualTo(PublicationState.INITIALISING);
        assertThat(next.write()).isEqualTo(Write.ANNOUNCED);
        assertThat(next.effect())
                .isInstanceOfSatisfying(
                        Effect.OpenUpload.class, open -> assertThat(open.plan()).isEqualTo(PLAN));
    }

    @Test
    void whatTheAccountForbidsIsOffWhateverTheUserAskedFor() {
        CreatorFacts strict = new CreatorFacts(CREATOR.privacyOptions(), true, true, false, Duration.ofMinutes(3));
        Transition next = next(claimed(), new Fact.Inspected(VIDEO, strict));
        assertThat(next.effect()).isInstanceOfSatisfying(Effect.OpenUpload.class, open -> {
            assertThat(open.options().disableComment()).isTrue();
            assertThat(open.options().disableDuet()).isTrue();
            assertThat(open.options().disableStitch()).isTrue();
        });
    }

    @Test
    void aPrivacyThatTheAccountNoLongerOffersIsToldAtOnce() {
        CreatorFacts privateAccount =
                new CreatorFacts(List.of("SELF_ONLY"), false, false, false, Duration.ofMinutes(3));
        assertFailed(next(claimed(), new Fact.Inspected(VIDEO, privateAccount)), "TT_PRIVACY_NOT_ALLOWED");
    }

    @Test
    void aVideoThatIsTooLongForTheCreatorIsToldAtOnce() {
        MediaFacts.Video tooLong =
                new MediaFacts.Video("video/mp4", SIZE, CREATOR.longestVideo().plusMillis(1), "\"v1\"");
        assertFailed(next(claimed(), new Fact.Inspected(tooLong, CREATOR)), "TT_DURATION_OUT_OF_RANGE");
    }

    @Test
    void theUploadIsStoredBeforeTheFirstByte() {
        Transition next = next(initialising(), new Fact.UploadOpened("v_pub~9", "https://x", PLAN, "\"v1\""));
        assertThat(next.write()).isEqualTo(Write.ANNOUNCED);
        assertThat(next.next().upload()).isEqualTo(new Upload("v_pub~9", "https://x", NOW, PLAN, 0, "\"v1\""));
        assertThat(next.effect())
                .isInstanceOfSatisfying(
                        Effect.SendChunk.class,
                        chunk -> assertThat(chunk.range()).isEqualTo(new ByteRange(0, PLAN.chunkBytes() - 1)));
    }

    @Test
    void everyStoredChunkIsACheckpoint() {
        Transition next = next(uploading(0), new Fact.BytesStored(PLAN.chunkBytes()));
        assertThat(next.write()).isEqualTo(Write.ANNOUNCED);
        assertThat(next.next().sentBytes()).isEqualTo(PLAN.chunkBytes());
        assertThat(next.effect())
                .isInstanceOfSatisfying(
                        Effect.SendChunk.class,
                        chunk -> assertThat(chunk.range().first()).isEqualTo(PLAN.chunkBytes()));
    }

    @Test
    void theLastChunkEndsTheUpload() {
        Transition next = next(uploading(LAST_CHUNK), new Fact.BytesStored(SIZE));
        assertThat(next.next().state()).isEqualTo(PublicationState.PROCESSING);
        assertThat(next.next().wakeAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(next.rests()).isTrue();
    }

    @Test
    void anUploadThatStandsStillWaitsInsteadOfSpinning() {
        Transition next = next(uploading(PLAN.chunkBytes()), new Fact.BytesStored(PLAN.chunkBytes()));
        assertThat(next.next().state()).isEqualTo(PublicationState.RETRY_AT);
        assertThat(next.next().upload()).isNotNull();
    }

    @Test
    void aTakenOverUploadFirstAsksWhereItStands() {
        Transition next = next(machine.claim(uploading(PLAN.chunkBytes())), new Fact.Claimed(true));
        assertThat(next.effect()).isEqualTo(new Effect.AskStatus("v_pub_file~1"));
        assertThat(next.line()).isNotNull();
    }

    @Test
    void whatTikTokSaysItHasWinsOverTheRowAndIsWrittenBeforeTheNextChunk() {
        Transition next = next(uploading(PLAN.chunkBytes()), status(Verdict.UPLOADING, 2 * PLAN.chunkBytes()));
        assertThat(next.write()).isEqualTo(Write.ANNOUNCED);
        assertThat(next.effect())
                .isInstanceOfSatisfying(
                        Effect.SendChunk.class,
                        chunk -> assertThat(chunk.range().first()).isEqualTo(2 * PLAN.chunkBytes()));
    }

    @Test
    void aStatusWithoutANumberGoesOnFromTheRow() {
        Transition next = next(uploading(PLAN.chunkBytes()), status(Verdict.UPLOADING, null));
        assertThat(next.effect())
                .isInstanceOfSatisfying(
                        Effect.SendChunk.class,
                        chunk -> assertThat(chunk.range().first()).isEqualTo(PLAN.chunkBytes()));
    }

    @Test
    void aLastChunkThatArrivedIsNotSentAgain() {
        for (long told : new long[] {SIZE, SIZE - 1}) {
            Transition next = next(uploading(LAST_CHUNK), status(Verdict.UPLOADING, told));
            assertThat(next.next().state()).isEqualTo(PublicationState.PROCESSING);
        }
    }

    @Test
    void anOldUploadAddressMeansANewInit() {
        Instant late = NOW.plus(Duration.ofHours(2));
        Publication old = uploading(2 * PLAN.chunkBytes());
        Transition next = machine.next(old, status(Verdict.UPLOADING, 2 * PLAN.chunkBytes()), late, random);
        assertThat(next.next().state()).isEqualTo(PublicationState.RETRY_AT);
        assertThat(next.next().upload()).isNull();
    }

    @Test
    void anOldUploadThatMayBeCompleteIsLeftToTikToksVerdict() {
        Instant late = NOW.plus(Duration.ofHours(2));
        Transition next = machine.next(uploading(LAST_CHUNK), status(Verdict.UPLOADING, null), late, random);
        assertThat(next.next().state()).isEqualTo(PublicationState.PROCESSING);
        assertThat(next.next().upload()).isNotNull();
    }

    @Test
    void aGoneUploadAddressIsNoReasonToInitBeforeTikTokWasAsked() {
        Transition gone = failed(uploading(LAST_CHUNK), Step.CHUNK, FailureKind.UPLOAD_GONE, "upload_http_404");
        assertThat(gone.effect()).isEqualTo(new Effect.AskStatus("v_pub_file~1"));
        assertThat(next(gone.next(), status(Verdict.COMPLETE, null)).next().state())
                .isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void bytesThatMayHaveJustArrivedAreMissedForAMinuteBeforeANewInit() {
        Publication gone = failed(uploading(LAST_CHUNK), Step.CHUNK, FailureKind.UPLOAD_GONE, "upload_http_404")
                .next();
        Publication asked = next(gone, status(Verdict.UPLOADING, LAST_CHUNK)).next();
        Duration waited = Duration.ZERO;
        while (asked.upload() != null) {
            assertThat(asked.state()).isEqualTo(PublicationState.PROCESSING);
            waited = waited.plus(Duration.between(NOW, asked.wakeAt()));
            asked = next(asked, status(Verdict.UPLOADING, LAST_CHUNK)).next();
        }
        assertThat(waited).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(90));
        assertThat(asked.state()).isEqualTo(PublicationState.RETRY_AT);
    }

    @Test
    void aBelievedWholeFileThatTikTokKeepsMissingIsCompleted() {
        Publication processing = processing();
        for (int i = 0; i < 8; i++) {
            processing = next(processing, status(Verdict.UPLOADING, LAST_CHUNK)).next();
        }
        assertThat(next(processing, status(Verdict.UPLOADING, LAST_CHUNK)).effect())
                .isInstanceOfSatisfying(
                        Effect.SendChunk.class,
                        chunk -> assertThat(chunk.range().first()).isEqualTo(LAST_CHUNK));
    }

    @Test
    void aTakenOverProcessingAsksForTheStatus() {
        Transition next = next(machine.claim(processing()), new Fact.Claimed(false));
        assertThat(next.effect()).isEqualTo(new Effect.AskStatus("v_pub_file~1"));
    }

    @Test
    void processingIsAskedAboutAtGrowingIntervals() {
        Publication asked = processing();
        Duration before = Duration.ZERO;
        for (int i = 0; i < 20; i++) {
            Transition next = next(asked, status(Verdict.PROCESSING, null));
            asked = next.next();
            Duration wait = Duration.between(NOW, asked.wakeAt());
            assertThat(wait).isBetween(before, Duration.ofSeconds(60));
            assertThat(next.write()).isEqualTo(Write.ROW);
            before = wait;
        }
        assertThat(before).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void processingForADayAndMoreIsNoFailure() {
        Instant later = NOW.plus(Duration.ofHours(40));
        assertThat(machine.next(processing(), status(Verdict.PROCESSING, null), later, random)
                        .next()
                        .state())
                .isEqualTo(PublicationState.PROCESSING);
        assertThat(machine.next(
                                processing(),
                                new Fact.StepFailed(Step.STATUS, Failure.of(FailureKind.UNAVAILABLE, "timeout")),
                                later,
                                random)
                        .next()
                        .state())
                .isEqualTo(PublicationState.PROCESSING);
    }

    @Test
    void processingForAWeekIsToldAndNotCalledAFailure() {
        Instant later = NOW.plus(Duration.ofDays(8));
        Transition next = machine.next(processing(), status(Verdict.PROCESSING, null), later, random);
        assertThat(next.next().state()).isEqualTo(PublicationState.OUTCOME_UNKNOWN);
        assertThat(next.line().detail()).contains("for a week");
    }

    @Test
    void aStatusThatMissesBytesIsNotBelievedWhileAnyoneMaySendThem() {
        Publication asked = processing()
                .edit()
                .tries(new Tries(1, 0, 20, NOW.plus(Duration.ofHours(24)), NOW, false))
                .done();
        Fact missing = status(Verdict.UPLOADING, 0L);

        assertThat(machine.next(asked, missing, NOW.plus(Duration.ofMinutes(61)), random)
                        .next()
                        .state())
                .isEqualTo(PublicationState.PROCESSING);
        assertThat(machine.next(asked, missing, NOW.plus(Duration.ofMinutes(67)), random)
                        .next()
                        .upload())
                .isNull();
    }

    @Test
    void aConfirmedPostIsPublishedWithItsId() {
        Transition next = next(
                processing(), new Fact.StatusSeen(Verdict.COMPLETE, null, "7300000000000000001", "https://t/1", null));
        assertThat(next.next().state()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(next.next().posted()).isEqualTo(new Posted(NOW, "7300000000000000001", "https://t/1"));
        assertThat(next.next().wakeAt()).isNull();
        assertThat(next.next().upload().address()).isNull();
    }

    @Test
    void aPublicIdThatComesLateIsAnnounced() {
        Transition confirmed = next(processing(), status(Verdict.COMPLETE, null));
        assertThat(confirmed.next().wakeAt()).isAfter(NOW);
        Fact known = new Fact.StatusSeen(Verdict.COMPLETE, null, "73", null, null);
        Transition identified = machine.next(confirmed.next(), known, NOW.plusSeconds(9), random);
        assertThat(identified.write()).isEqualTo(Write.ANNOUNCED);
        assertThat(identified.next().posted()).isEqualTo(new Posted(NOW, "73", null));
        assertThat(identified.next().wakeAt()).isNull();
    }

    @Test
    void aPublicIdIsLookedForThirtyDays() {
        Publication published = published();
        Instant now = NOW;
        int questions = 0;
        while (published.wakeAt() == null || now.isBefore(NOW.plus(Duration.ofDays(31)))) {
            published = machine.next(published, status(Verdict.COMPLETE, null), now, random)
                    .next();
            questions++;
            if (published.wakeAt() == null) {
                break;
            }
            now = published.wakeAt();
        }
        assertThat(now).isBetween(NOW.plus(Duration.ofDays(29)), NOW.plus(Duration.ofDays(30)));
        assertThat(questions).isLessThan(150);
    }

    @Test
    void aPostThatOnlyItsCreatorSeesHasNoPublicId() {
        Publication hidden = new Publication(
                processing().key(),
                Samples.content("SELF_ONLY"),
                NOW,
                PublicationState.PROCESSING,
                4,
                processing().tries(),
                NOW,
                null,
                MediaKind.VIDEO,
                null,
                processing().upload(),
                null,
                null);
        assertThat(next(hidden, status(Verdict.COMPLETE, null)).next().wakeAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void nothingMakesAPublishedPostUnpublished(FailureKind kind) {
        assertThat(failed(published(), Step.STATUS, kind, "whatever").next().state())
                .isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void aLostInitReplyOfAVideoIsTriedAgain() {
        Transition next = failed(initialising(), Step.INIT_VIDEO, FailureKind.OUTCOME_UNKNOWN, "reply_lost");
        assertThat(next.next().state()).isEqualTo(PublicationState.RETRY_AT);
        assertThat(machine.claim(next.next()).tries().attempt()).isEqualTo(2);
    }

    @Test
    void aPhotoInitWithoutAnAnswerIsNeverRepeated() {
        Transition next = failed(initialising(), Step.INIT_PHOTO, FailureKind.OUTCOME_UNKNOWN, "reply_lost");
        assertThat(next.next().state()).isEqualTo(PublicationState.OUTCOME_UNKNOWN);
        assertThat(next.next().wakeAt()).as("searched for").isAfter(NOW);
    }

    @Test
    void aRefusedTokenIsRenewedAndTheWorkGoesOn() {
        Transition refused = failed(initialising(), Step.INIT_VIDEO, FailureKind.TOKEN_REFUSED, "access_token_invalid");
        assertThat(refused.effect()).isEqualTo(new Effect.RenewToken());
        Transition renewed = next(refused.next(), new Fact.TokenRenewed());
        assertThat(renewed.effect()).isEqualTo(new Effect.ReservePlace());
        assertThat(failed(renewed.next(), Step.INIT_VIDEO, FailureKind.TOKEN_REFUSED, "access_token_invalid")
                        .next()
                        .state())
                .isEqualTo(PublicationState.NEEDS_REAUTH);
    }

    @Test
    void aThrottledChunkWaitsWithoutCountingAnAttempt() {
        Transition next = failed(uploading(0), Step.CHUNK, FailureKind.THROTTLED, "upload_http_429");
        assertThat(next.next().state()).isEqualTo(PublicationState.SNOOZED);
        assertThat(machine.claim(next.next()).tries().attempt()).isEqualTo(1);
    }

    @Test
    void aCapThatTikTokFoundWhileProcessingEndsThatUpload() {
        Fact capped = new Fact.StatusSeen(Verdict.FAILED, null, null, null, "spam_risk_too_many_posts");
        Transition next = next(processing(), capped);
        assertThat(next.next().state()).isEqualTo(PublicationState.SNOOZED);
        assertThat(next.next().upload()).isNull();
    }

    @Test
    void progressMakesTheNextWaitShortAgain() {
        Publication worn = failed(uploading(0), Step.CHUNK, FailureKind.UNAVAILABLE, "upload_lost")
                .next();
        assertThat(worn.tries().setbacks()).isEqualTo(1);
        Publication moved = next(
                        worn.edit().state(PublicationState.UPLOADING).done(), new Fact.BytesStored(PLAN.chunkBytes()))
                .next();
        assertThat(moved.tries().setbacks()).isZero();
    }

    @Test
    void noStringShowsTheUploadAddress() {
        assertThat(uploading(0).toString()).doesNotContain("upload.tiktokapis.com");
        assertThat(new Fact.UploadOpened("v", "https://secret", PLAN, "\"v1\"").toString())
                .doesNotContain("secret");
    }

    private Transition next(Publication publication, Fact fact) {
        return machine.next(publication, fact, NOW, random);
    }

    private Transition failed(Publication publication, Step step, FailureKind kind, String code) {
        return next(publication, new Fact.StepFailed(step, Failure.of(kind, code)));
    }

    private static Fact status(Verdict verdict, Long uploaded) {
        return new Fact.StatusSeen(verdict, uploaded, null, null, null);
    }

    private static void assertFailed(Transition next, String code) {
        assertThat(next.next().state()).isEqualTo(PublicationState.FAILED);
        assertThat(next.next().problem().code()).isEqualTo(code);
        assertThat(next.next().wakeAt()).isNull();
    }
}
