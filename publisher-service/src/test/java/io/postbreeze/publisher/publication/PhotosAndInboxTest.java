package io.postbreeze.publisher.publication;

import static io.postbreeze.publisher.publication.Samples.CREATOR;
import static io.postbreeze.publisher.publication.Samples.NOW;
import static io.postbreeze.publisher.publication.Samples.PHOTOS;
import static io.postbreeze.publisher.publication.Samples.VIDEO;
import static io.postbreeze.publisher.publication.Samples.claimed;
import static io.postbreeze.publisher.publication.Samples.forInbox;
import static io.postbreeze.publisher.publication.Samples.inInbox;
import static io.postbreeze.publisher.publication.Samples.initialising;
import static io.postbreeze.publisher.publication.Samples.orderingPhotos;
import static io.postbreeze.publisher.publication.Samples.processing;
import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.events.PublishSettings;
import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.failure.Step;
import io.postbreeze.publisher.publication.Fact.StatusSeen;
import io.postbreeze.publisher.publication.Fact.Verdict;
import io.postbreeze.publisher.publication.Transition.Write;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhotosAndInboxTest {
    private final PublicationMachine machine = new PublicationMachine(Duration.ofHours(24));
    private final Random random = new Random(4);

    @Test
    void theFenceAndTheKindAreWrittenBeforePhotosAreOrdered() {
        Transition next = next(claimed(), new Fact.Inspected(PHOTOS, CREATOR));

        assertThat(next.next().state()).isEqualTo(PublicationState.INITIALISING);
        assertThat(next.next().kind()).isEqualTo(MediaKind.PHOTO);
        assertThat(next.write()).isEqualTo(Write.ANNOUNCED);
        assertThat(next.effect()).isInstanceOfSatisfying(Effect.PublishPhotos.class, order -> {
            assertThat(order.photos()).isEqualTo(PHOTOS);
            assertThat(order.options().toInbox()).isFalse();
        });
    }

    @Test
    void orderedPhotosAreOnlyAskedAboutFromThenOn() {
        Transition next = next(orderingPhotos(), new Fact.PhotosTaken("p_pub~1", 700_000));

        assertThat(next.next().state()).isEqualTo(PublicationState.PROCESSING);
        assertThat(next.write()).isEqualTo(Write.ANNOUNCED);
        assertThat(next.rests()).isTrue();
        Transition asked = next(machine.claim(next.next()), new Fact.Claimed(true));
        assertThat(asked.effect()).isEqualTo(new Effect.AskStatus("p_pub~1"));
    }

    @Test
    void aReplicaThatDiesWhileItOrdersPhotosLeavesAnUnknownOutcome() {
        Transition next = next(machine.claim(orderingPhotos()), new Fact.Claimed(true));

        assertThat(next.next().state()).isEqualTo(PublicationState.OUTCOME_UNKNOWN);
        assertThat(next.next().wakeAt()).as("searched for").isAfter(NOW);
        assertThat(next.rests()).isTrue();
    }

    @Test
    void aReplicaThatDiesWhileItOpensAVideoCostsNothing() {
        Publication dead = initialising().edit().kind(MediaKind.VIDEO).done();

        Transition next = next(machine.claim(dead), new Fact.Claimed(true));

        assertThat(next.next().state()).isEqualTo(PublicationState.CLAIMED);
        assertThat(next.effect()).isEqualTo(new Effect.ReservePlace());
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"UNAVAILABLE", "THROTTLED", "CAPPED", "TOKEN_REFUSED"})
    void whatTikTokRefusedToBeginIsOrderedAgain(FailureKind kind) {
        Transition next = failed(orderingPhotos(), Step.INIT_PHOTO, kind, "some_code");

        assertThat(next.next().state()).isNotEqualTo(PublicationState.OUTCOME_UNKNOWN);
        assertThat(next.next().state().isFinal()).isFalse();
    }

    @Test
    void aDomainThatIsNotVerifiedIsFinal() {
        Transition next = failed(orderingPhotos(), Step.INIT_PHOTO, FailureKind.REFUSED, "url_ownership_unverified");

        assertThat(next.next().state()).isEqualTo(PublicationState.FAILED);
        assertThat(next.next().problem().code()).isEqualTo("TT_DOMAIN_UNVERIFIED");
    }

    @Test
    void aVideoForTheInboxIsOpenedThere() {
        Transition next = next(forInbox(claimed()), new Fact.Inspected(VIDEO, CREATOR));

        assertThat(next.effect()).isInstanceOf(Effect.OpenInboxUpload.class);
        assertThat(next.next().kind()).isEqualTo(MediaKind.VIDEO);
    }

    @Test
    void theCreatorChoosesADraftsPrivacy() {
        CreatorFacts strict = new CreatorFacts(List.of("SELF_ONLY"), true, true, true, Duration.ofMinutes(10));

        assertThat(next(forInbox(claimed()), new Fact.Inspected(PHOTOS, strict)).effect())
                .isInstanceOfSatisfying(
                        Effect.PublishPhotos.class,
                        order -> assertThat(order.options().toInbox()).isTrue());
    }

    @Test
    void aDeliveredDraftIsDoneAndLookedAtAgain() {
        Transition next = next(forInbox(processing()), seen(Verdict.DELIVERED, null));

        assertThat(next.next().state()).isEqualTo(PublicationState.IN_INBOX);
        assertThat(next.next().wakeAt()).isAfter(NOW);
        assertThat(next.write()).isEqualTo(Write.ANNOUNCED);
    }

    @Test
    void aDraftThatItsCreatorPostsIsPublished() {
        Transition next = next(inInbox(), seen(Verdict.COMPLETE, "73"));

        assertThat(next.next().state()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(next.next().posted().externalPostId()).isEqualTo("73");
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"DELIVERED", "PROCESSING", "UPLOADING", "FAILED"})
    void nothingElseTakesADraftOutOfTheInbox(Verdict verdict) {
        Transition next = next(inInbox(), seen(verdict, null));

        assertThat(next.next().state()).isEqualTo(PublicationState.IN_INBOX);
        assertThat(next.next().wakeAt() == null).isEqualTo(verdict == Verdict.FAILED);
    }

    @ParameterizedTest
    @EnumSource(FailureKind.class)
    void noFailureTakesADraftOutOfTheInbox(FailureKind kind) {
        Transition next = failed(inInbox(), Step.STATUS, kind, "whatever");

        assertThat(next.next().state()).isEqualTo(PublicationState.IN_INBOX);
        if (kind == FailureKind.TOKEN_REFUSED) {
            assertThat(next.effect()).isEqualTo(new Effect.RenewToken());
        } else {
            assertThat(next.next().wakeAt()).isAfter(NOW);
        }
    }

    @Test
    void aDraftIsWaitedForThirtyDays() {
        Transition next = machine.next(
                inInbox(),
                seen(Verdict.DELIVERED, null),
                NOW.plus(Duration.ofDays(30)).minusSeconds(1),
                random);

        assertThat(next.next().wakeAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`Look at https://x.example/?a=1 now`, `Look at now`",
                "`www.x.example`, ``",
                "`See (HTTP://X.example/a) and #tag @me`, `See () and #tag @me`",
                "`Two  spaces stay`, `Two  spaces stay`",
                "`Ends with http://x.example`, `Ends with`",
                "`An http word and www without a dot`, `An http word and www without a dot`",
            })
    void addressesAreLeftOutOfPhotoCaptions(String caption, String sent) {
        assertThat(PhotoOptions.withoutAddresses(caption)).isEqualTo(sent);
    }

    @Test
    void aLineBreakBetweenAddressesStays() {
        assertThat(PhotoOptions.withoutAddresses("One\nhttps://x.example\nTwo")).isEqualTo("One\n\nTwo");
    }

    @Test
    void aCoverBeyondTheLastPhotoIsTheLast() {
        PublishSettings settings = new PublishSettings(
                "SELF_ONLY",
                true,
                false,
                false,
                true,
                false,
                true,
                "Title",
                true,
                null,
                9,
                null,
                "pad",
                null,
                null,
                null);
        Content content = new Content("TIKTOK_PERSONAL", "Hi", List.of("med_1", "med_2"), settings);

        assertThat(PhotoOptions.of(content, CREATOR, 2))
                .isEqualTo(new PhotoOptions("Title", "Hi", "SELF_ONLY", false, true, false, true, true, 1, false));
    }

    private static StatusSeen seen(Verdict verdict, String postId) {
        return new StatusSeen(verdict, null, postId, null, null);
    }

    private Transition next(Publication publication, Fact fact) {
        return machine.next(publication, fact, NOW, random);
    }

    private Transition failed(Publication publication, Step step, FailureKind kind, String code) {
        return next(publication, new Fact.StepFailed(step, Failure.of(kind, code)));
    }
}
