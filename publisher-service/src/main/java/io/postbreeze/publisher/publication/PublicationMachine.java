package io.postbreeze.publisher.publication;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.failure.FailurePolicy;
import io.postbreeze.publisher.failure.Step;
import io.postbreeze.publisher.publication.Transition.Line;
import io.postbreeze.publisher.upload.ChunkPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Decides what a publication does next. Synchronous, without side effects: the same publication, fact, time and random
 * numbers always give the same answer.
 */
public final class PublicationMachine {
    /** A place in the rate window that is used later than this would disturb TikTok's count. */
    public static final Duration PLACE_KEEPS = Duration.ofSeconds(5);

    private final Duration giveUpAfter;
    private final Failing failing;
    private final Uploading uploading;
    private final Verdicts verdicts;

    /**
     * A machine.
     *
     * @param giveUpAfter how long after the first attempt patience ends
     */
    public PublicationMachine(Duration giveUpAfter) {
        this.giveUpAfter = giveUpAfter;
        this.failing = new Failing(new FailurePolicy());
        this.uploading = new Uploading(failing);
        this.verdicts = new Verdicts(failing);
    }

    /** The publication once a replica has claimed it; the claim's SQL does the same to the row. */
    public Publication claim(Publication publication) {
        PublicationState state = publication.state();
        boolean newAttempt = state == PublicationState.SCHEDULED || state == PublicationState.RETRY_AT;
        return publication
                .edit()
                .state(state.isWaiting() ? PublicationState.CLAIMED : state)
                .tries(newAttempt ? publication.tries().nextAttempt() : publication.tries())
                .works()
                .done();
    }

    /**
     * What follows a fact.
     *
     * @param publication the publication as it stands
     * @param fact what happened
     * @param now the time
     * @param random source of jitter
     * @throws IllegalStateException when the fact cannot happen to a publication in that state
     */
    public Transition next(Publication publication, Fact fact, Instant now, RandomGenerator random) {
        return switch (fact) {
            case Fact.Claimed claimed -> claimed(publication, claimed, now, random);
            case Fact.PlaceGiven place -> placed(publication, place.at(), now);
            case Fact.MustWait wait -> mustWait(publication, wait);
            case Fact.Inspected inspected -> inspected(publication, inspected, now, random);
            case Fact.UploadOpened opened -> uploading.opened(publication, opened, now);
            case Fact.PhotosTaken taken -> uploading.taken(publication, taken, now);
            case Fact.BytesStored stored -> uploading.stored(publication, stored.storedBytes(), now, random);
            case Fact.StatusSeen seen -> verdicts.seen(publication, seen, now, random);
            case Fact.Searched searched -> Unknowns.searched(publication, searched.traces(), now);
            case Fact.TokenRenewed ignored -> resume(renewed(publication), now);
            case Fact.StepFailed failed -> failing.failed(publication, failed, now, random);
        };
    }

    private Transition claimed(Publication publication, Fact.Claimed claimed, Instant now, RandomGenerator random) {
        if (publication.state() == PublicationState.OUTCOME_UNKNOWN) {
            return Unknowns.search(publication);
        }
        if (publication.state() == PublicationState.INITIALISING && publication.kind() == MediaKind.PHOTO) {
            // Whoever gave the order did not live to write down TikTok's answer, and a second order is a second post.
            return Unknowns.lost(publication, Line.of("A replica went silent while TikTok was told to post"), now);
        }
        Tries tries = publication.tries();
        Publication begun = publication
                .edit()
                .tries(tries.begin(now.plus(patience(publication))))
                .done();
        if (isTooLate(begun, now)) {
            return tooLate(begun, now, random);
        }
        Transition resumed = resume(begun, now);
        boolean tell = claimed.takenOver() && !publication.state().isFinal();
        return tell
                ? Transition.announced(
                        resumed.next(), resumed.effect(), Line.of("Taken over from a replica that went silent"))
                : resumed;
    }

    private Duration patience(Publication publication) {
        Long seconds = publication.content().settings().giveUpAfterSeconds();
        return seconds == null ? giveUpAfter : Duration.ofSeconds(seconds);
    }

    /** What has an upload has begun, and is finished however late it is. */
    private static boolean isTooLate(Publication publication, Instant now) {
        Long seconds = publication.content().settings().skipAfterSeconds();
        return seconds != null
                && publication.upload() == null
                && !publication.state().isFinal()
                && now.isAfter(publication.dueAt().plusSeconds(seconds));
    }

    private Transition tooLate(Publication publication, Instant now, RandomGenerator random) {
        Failure skipped = Failure.of(FailureKind.TOO_LATE, "skipped_late")
                .because("Its time was " + publication.dueAt() + ", and it was to be skipped when it is later than "
                        + Duration.ofSeconds(Objects.requireNonNull(
                                publication.content().settings().skipAfterSeconds())));
        return failing.failed(publication, new Fact.StepFailed(Step.PREPARE, skipped), now, random);
    }

    /** Where to go on: behind the last thing that TikTok is known to have done. */
    private static Transition resume(Publication publication, Instant now) {
        if (publication.state() == PublicationState.OUTCOME_UNKNOWN) {
            return Unknowns.search(publication);
        }
        Upload upload = publication.upload();
        if (upload != null) {
            return Transition.goOn(publication, new Effect.AskStatus(upload.publishId()));
        }
        Publication unprepared =
                publication.edit().state(PublicationState.CLAIMED).done();
        return holdsPlace(publication, now)
                ? Transition.goOn(unprepared, new Effect.Inspect())
                : Transition.goOn(unprepared, new Effect.ReservePlace());
    }

    private static Publication renewed(Publication publication) {
        return publication.edit().tries(publication.tries().renewed()).done();
    }

    private static boolean holdsPlace(Publication publication, Instant now) {
        Instant place = publication.placeAt();
        return place != null && !now.isBefore(place) && !now.isAfter(place.plus(PLACE_KEEPS));
    }

    private static Transition placed(Publication publication, Instant place, Instant now) {
        Publication holding = publication.edit().placeAt(place).done();
        if (!place.isAfter(now)) {
            return Transition.goOn(holding, new Effect.Inspect());
        }
        String why = "The account has used its places in TikTok's limit of posts a minute";
        return Transition.rest(
                holding.edit()
                        .state(PublicationState.SNOOZED)
                        .restsUntil(place, why)
                        .done(),
                Line.of(why));
    }

    private static Transition mustWait(Publication publication, Fact.MustWait wait) {
        if (publication.state() == PublicationState.PROCESSING
                || publication.state() == PublicationState.PUBLISHED
                || publication.state() == PublicationState.IN_INBOX) {
            return Transition.quietly(
                    publication.edit().restsUntil(wait.until(), null).done());
        }
        Publication snoozed = publication
                .edit()
                .state(PublicationState.SNOOZED)
                .placeAt(null)
                .restsUntil(wait.until(), wait.waitingFor())
                .done();
        return Transition.rest(snoozed, Line.of(wait.waitingFor()));
    }

    private Transition inspected(Publication publication, Fact.Inspected seen, Instant now, RandomGenerator random) {
        Content content = publication.content();
        // A draft's privacy is chosen by the creator, in the app.
        if (!content.isForInbox()
                && !seen.creator().privacyOptions().contains(content.settings().privacy())) {
            return refused(publication, "privacy_level_option_mismatch", now, random);
        }
        if (seen.media() instanceof MediaFacts.Video video
                && video.duration().compareTo(seen.creator().longestVideo()) > 0) {
            return refused(publication, "duration_check_failed", now, random);
        }
        if (isTooLate(publication, now)) {
            return tooLate(publication, now, random);
        }
        if (!holdsPlace(publication, now)) {
            return Transition.goOn(publication.edit().placeAt(null).done(), new Effect.ReservePlace());
        }
        Publication begun = publication
                .edit()
                .state(PublicationState.INITIALISING)
                .kind(seen.media() instanceof MediaFacts.Photos ? MediaKind.PHOTO : MediaKind.VIDEO)
                .tries(publication.tries().begins(now))
                .placeAt(null)
                .works()
                .done();
        return Transition.announced(
                begun,
                init(content, seen),
                Line.of("Attempt " + publication.tries().attempt() + " begins"));
    }

    private static Effect init(Content content, Fact.Inspected seen) {
        return switch (seen.media()) {
            case MediaFacts.Photos photos ->
                new Effect.PublishPhotos(
                        PhotoOptions.of(
                                content, seen.creator(), photos.addresses().size()),
                        photos);
            case MediaFacts.Video video
            when content.isForInbox() ->
                new Effect.OpenInboxUpload(ChunkPlan.forFile(video.sizeBytes()), video.contentType());
            case MediaFacts.Video video ->
                new Effect.OpenUpload(
                        VideoOptions.of(content, seen.creator()),
                        ChunkPlan.forFile(video.sizeBytes()),
                        video.contentType());
        };
    }

    private Transition refused(Publication publication, String code, Instant now, RandomGenerator random) {
        Failure failure = Failure.of(FailureKind.REFUSED, code);
        return failing.failed(publication, new Fact.StepFailed(Step.PREPARE, failure), now, random);
    }
}
