package io.postbreeze.publisher.publication;

import static io.postbreeze.publisher.publication.Samples.CREATOR;
import static io.postbreeze.publisher.publication.Samples.NOW;
import static io.postbreeze.publisher.publication.Samples.VIDEO;
import static io.postbreeze.publisher.publication.Samples.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.events.PublishSettings;
import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.failure.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenessTest {
    private final PublicationMachine machine = new PublicationMachine(Duration.ofHours(24));
    private final Random random = new Random(9);

    @Test
    void withoutAWishItIsPublishedHoweverLate() {
        Transition next = begin(scheduled(null, null), NOW.plus(Duration.ofDays(60)));

        assertThat(next.effect()).isEqualTo(new Effect.ReservePlace());
    }

    @ParameterizedTest
    @CsvSource({"0, true", "7200, true", "7201, false", "172800, false"})
    void whatIsTooLateIsSkippedAndTold(long late, boolean goesOn) {
        Transition next = begin(scheduled(7_200L, null), NOW.plusSeconds(late));

        assertThat(next.next().state() == PublicationState.FAILED).isEqualTo(!goesOn);
        if (!goesOn) {
            assertThat(next.next().problem().code()).isEqualTo("SKIPPED_LATE");
            assertThat(next.line().detail()).contains("2026-11-23T09:00:00Z", "PT2H", "Publish it again");
            assertThat(next.next().wakeAt()).isNull();
        }
    }

    @Test
    void whatBecomesTooLateWhileItWaitsIsSkippedBeforeTikTokIsToldToBegin() {
        Publication prepared = begin(scheduled(60L, null), NOW).next();

        Transition next = machine.next(prepared, new Fact.Inspected(VIDEO, CREATOR), NOW.plusSeconds(61), random);

        assertThat(next.next().problem().code()).isEqualTo("SKIPPED_LATE");
    }

    @Test
    void whatHasBegunIsFinished() {
        Publication uploading = with(Samples.uploading(0), "Hello", settings(60L, null));

        Transition next = machine.next(uploading, new Fact.Claimed(true), NOW.plusSeconds(3_000), random);

        assertThat(next.effect()).isInstanceOf(Effect.AskStatus.class);
    }

    @Test
    void patienceIsAsLongAsItsUserSays() {
        Publication begun = begin(scheduled(null, 3_600L), NOW.plusSeconds(10)).next();
        Failure away = Failure.of(FailureKind.RECONNECT_NEEDED, "account_needs_reconnect");
        Fact failed = new Fact.StepFailed(Step.PREPARE, away);

        assertThat(begun.tries().giveUpAt()).isEqualTo(NOW.plusSeconds(3_610));
        assertThat(machine.next(begun, failed, NOW.plusSeconds(3_600), random)
                        .next()
                        .state())
                .isEqualTo(PublicationState.NEEDS_REAUTH);
        assertThat(machine.next(begun, failed, NOW.plusSeconds(3_610), random)
                        .next()
                        .state())
                .isEqualTo(PublicationState.FAILED);
    }

    private Transition begin(Publication publication, Instant now) {
        return machine.next(machine.claim(publication), new Fact.Claimed(false), now, random);
    }

    private static Publication scheduled(Long skipAfter, Long giveUpAfter) {
        return with(Samples.scheduled(), "Hello", settings(skipAfter, giveUpAfter));
    }

    private static PublishSettings settings(Long skipAfter, Long giveUpAfter) {
        return new PublishSettings(
                "SELF_ONLY",
                true,
                true,
                true,
                false,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                skipAfter,
                giveUpAfter);
    }
}
