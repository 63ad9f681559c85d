package io.postbreeze.publisher.publication;

import static io.postbreeze.publisher.publication.Samples.NOW;
import static io.postbreeze.publisher.publication.Samples.orderingPhotos;
import static io.postbreeze.publisher.publication.Samples.processing;
import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.events.PublishSettings;
import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.failure.Step;
import io.postbreeze.publisher.publication.Traces.SeenPost;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnknownsTest {
    private static final Traces NOTHING = new Traces(List.of(), false, List.of(), false);
    private static final String ORDER = "p_pub_url~v2.1";

    private final PublicationMachine machine = new PublicationMachine(Duration.ofHours(24));
    private final Random random = new Random(7);

    @Test
    void whatNobodyKnowsIsSearchedForFromTheMomentItWasBegun() {
        Transition next = next(unknown("Hello"), new Fact.Claimed(false));

        assertThat(next.effect()).isEqualTo(new Effect.Search(NOW.minus(Unknowns.CLOCKS_DIFFER)));
    }

    @Test
    void theOnlyStrayOrderIsAskedAboutAndKeptFirst() {
        Transition next = searched(unknown("Hello"), new Traces(List.of(ORDER), false, List.of(), true));

        assertThat(next.next().state()).isEqualTo(PublicationState.PROCESSING);
        assertThat(next.next().upload().publishId()).isEqualTo(ORDER);
        assertThat(next.write()).isEqualTo(Transition.Write.ANNOUNCED);
        assertThat(next.effect()).isEqualTo(new Effect.AskStatus(ORDER));
    }

    @Test
    void aStrayThatMayBeAnothersIsNobodys() {
        assertStays(searched(unknown("Hello"), new Traces(List.of(ORDER), true, List.of(), false)));
        assertStays(searched(unknown("Hello"), new Traces(List.of(ORDER, ORDER + "2"), false, List.of(), false)));
    }

    @Test
    void aVideosStrayIsNoOrderForPhotos() {
        assertStays(searched(unknown("Hello"), new Traces(List.of("v_pub_file~v2-1.1"), false, List.of(), false)));
    }

    @Test
    void whatTikTokHasAnIdOfIsNotGivenAnother() {
        Publication stuck =
                processing().edit().state(PublicationState.OUTCOME_UNKNOWN).done();

        assertStays(searched(stuck, new Traces(List.of(ORDER), false, List.of(), false)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`Hello world`, `Hello world`, true",
                "`Hello world`, `Hello  world `, true",
                "`Look: https://x.example/a here`, `Look: here`, true",
                "`Hello world`, `Hello worlds`, false",
                "`Hello world`, `Hello`, false",
                "`Hello world`, ``, false",
                "``, ``, false",
            })
    void aPostIsRecognisedByItsCaption(String caption, String shown, boolean isIt) {
        Transition next = searched(unknown(caption), seen(post("73", shown, NOW.plusSeconds(20))));

        assertThat(next.next().state() == PublicationState.PUBLISHED).isEqualTo(isIt);
    }

    @Test
    void aLongCaptionIsRecognisedByWhatTikTokShowsOfIt() {
        String caption = "0123456789".repeat(30);

        Transition next = searched(unknown(caption), seen(post("73", caption.substring(0, 150), NOW)));

        assertThat(next.next().posted()).isEqualTo(new Posted(NOW, "73", "https://t.example/73"));
        assertThat(next.next().wakeAt()).isNull();
    }

    @Test
    void aTitleIsAsGoodAsACaption() {
        SeenPost titled = new SeenPost("73", "My trip", "something else", null, NOW);

        assertThat(searched(unknown("Hello"), seen(titled)).next().state()).isEqualTo(PublicationState.OUTCOME_UNKNOWN);
        assertThat(searched(unknown("Hello", "My trip"), seen(titled)).next().state())
                .isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void twoPostsWithTheCaptionAreNoAnswer() {
        assertStays(searched(unknown("Hello"), seen(post("73", "Hello", NOW), post("74", "Hello", NOW))));
    }

    @Test
    void aPostThatMayBeAnotherPublicationsIsNoAnswer() {
        assertStays(searched(unknown("Hello"), new Traces(List.of(), false, List.of(post("73", "Hello", NOW)), true)));
    }

    @Test
    void aPostOfMuchLaterIsNoAnswer() {
        Instant late = NOW.plus(Unknowns.CARRIED_OUT_WITHIN).plusSeconds(1);

        assertStays(searched(unknown("Hello"), seen(post("73", "Hello", late))));
    }

    @Test
    void itIsSearchedForThirtyDaysAndThenLeftToItsOwner() {
        Transition early =
                machine.next(unknown("Hello"), new Fact.Searched(NOTHING), NOW.plus(Duration.ofDays(29)), random);
        Transition late =
                machine.next(unknown("Hello"), new Fact.Searched(NOTHING), NOW.plus(Duration.ofDays(30)), random);

        assertThat(early.next().wakeAt()).isNotNull();
        assertThat(late.next().wakeAt()).isNull();
        assertThat(late.next().state()).isEqualTo(PublicationState.OUTCOME_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void noFailureEndsTheSearch(FailureKind kind) {
        Transition next = next(unknown("Hello"), new Fact.StepFailed(Step.PREPARE, Failure.of(kind, "whatever")));

        assertThat(next.next().state()).isEqualTo(PublicationState.OUTCOME_UNKNOWN);
        if (kind == FailureKind.TOKEN_REFUSED) {
            assertThat(next.effect()).isEqualTo(new Effect.RenewToken());
            assertThat(next(next.next(), new Fact.TokenRenewed()).effect()).isInstanceOf(Effect.Search.class);
        } else {
            assertThat(next.next().wakeAt()).isAfter(NOW);
        }
    }

    @ParameterizedTest
    @CsvSource({"invalid_publish_id, STATUS", "token_not_authorized_for_specified_publish_id, STATUS"})
    void aFileThatTikTokHasAndDoesNotKnowIsNotCalledAFailure(String code, Step step) {
        Transition next = next(processing(), new Fact.StepFailed(step, Failure.of(FailureKind.REFUSED, code)));

        assertThat(next.next().state()).isEqualTo(PublicationState.OUTCOME_UNKNOWN);
        assertThat(next.next().waitingFor()).contains("may be there");
    }

    private static void assertStays(Transition next) {
        assertThat(next.next().state()).isEqualTo(PublicationState.OUTCOME_UNKNOWN);
        assertThat(next.next().wakeAt()).isAfter(NOW);
        assertThat(next.next().waitingFor()).contains("may be there");
        assertThat(next.rests()).isTrue();
    }

    private static Traces seen(SeenPost... posts) {
        return new Traces(List.of(), true, List.of(posts), false);
    }

    private static SeenPost post(String id, String shown, Instant at) {
        return new SeenPost(id, null, shown, "https://t.example/" + id, at);
    }

    private static Publication unknown(String caption) {
        return unknown(caption, null);
    }

    private static Publication unknown(String caption, String title) {
        Publication ordering = orderingPhotos();
        PublishSettings settings = new PublishSettings(
                "SELF_ONLY",
                true,
                false,
                false,
                true,
                false,
                false,
                title,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Publication lost = ordering.edit()
                .state(PublicationState.OUTCOME_UNKNOWN)
                .tries(ordering.tries().begins(NOW))
                .done();
        return Samples.with(lost, caption, settings);
    }

    private Transition searched(Publication publication, Traces traces) {
        return next(publication, new Fact.Searched(traces));
    }

    private Transition next(Publication publication, Fact fact) {
        return machine.next(publication, fact, NOW, random);
    }
}
