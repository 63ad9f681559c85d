package io.postbreeze.publisher.publication;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.failure.Step;
import io.postbreeze.publisher.publication.Transition.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What follows from TikTok's answer to "where does it stand". */
final class Verdicts {
    private static final Duration IDENTIFIED_WITHIN = Duration.ofDays(30);
    private static final Duration POSTED_WITHIN = Duration.ofDays(30);
    private static final Duration LONGEST_PROCESSING = Duration.ofDays(7);

    /** About a minute: until then a status that misses bytes which TikTok has acknowledged may just be old. */
    private static final int POLLS_UNTIL_BELIEVED = 8;

    private final Failing failing;

    Verdicts(Failing failing) {
        this.failing = failing;
    }

    Transition seen(Publication publication, Fact.StatusSeen seen, Instant now, RandomGenerator random) {
        if (publication.state() == PublicationState.PUBLISHED) {
            return seen.externalPostId() == null ? notIdentified(publication, now) : identified(publication, seen);
        }
        Upload upload = Objects.requireNonNull(publication.upload(), "no upload");
        if (publication.state() == PublicationState.IN_INBOX && seen.verdict() != Fact.Verdict.COMPLETE) {
            return seen.verdict() == Fact.Verdict.FAILED
                    ? notPosted(publication, seen.failReason())
                    : stillInInbox(publication, now);
        }
        return switch (seen.verdict()) {
            case DELIVERED -> delivered(publication, upload, now);
            case COMPLETE -> published(publication, upload, seen, now);
            case FAILED -> refused(publication, seen.failReason(), now, random);
            case PROCESSING -> processing(publication, upload, now, random);
            case UPLOADING -> uploading(publication, upload, seen.uploadedBytes(), now, random);
        };
    }

    /** TikTok has the last byte: from now on it is asked for its verdict. */
    static Transition received(Publication publication, Instant now) {
        Upload upload = Objects.requireNonNull(publication.upload(), "no upload");
        Publication sent = publication
                .edit()
                .upload(upload.stored(upload.plan().totalBytes()))
                .done();
        return processed(sent, Line.of("TikTok has the whole file and processes it"), now);
    }

    static Transition processed(Publication sent, Line line, Instant now) {
        Publication processing = sent.edit()
                .state(PublicationState.PROCESSING)
                .tries(sent.tries().progressed())
                .restsUntil(now.plus(Polling.VERDICT.after(0)), null)
                .done();
        return Transition.rest(processing, line);
    }

    private static Transition delivered(Publication publication, Upload upload, Instant now) {
        Publication inInbox = publication
                .edit()
                .state(PublicationState.IN_INBOX)
                .tries(publication.tries().progressed())
                .upload(upload.stored(upload.plan().totalBytes()).withoutAddress())
                .restsUntil(now.plus(Polling.INBOX.after(0)), null)
                .done();
        return Transition.rest(inInbox, Line.of("The draft is in the creator's inbox, to be finished in the app"));
    }

    /** Looks again later, until thirty days have passed: the creator may post the draft at any time. */
    static Transition stillInInbox(Publication publication, Instant now) {
        Upload upload = Objects.requireNonNull(publication.upload(), "no upload");
        Tries polled = publication.tries().polled();
        Instant next = now.plus(Polling.INBOX.after(polled.polls()));
        boolean over = next.isAfter(upload.openedAt().plus(POSTED_WITHIN));
        return Transition.quietly(publication
                .edit()
                .tries(polled)
                .restsUntil(over ? null : next, null)
                .done());
    }

    /** It was delivered, which is all we were asked for; what its creator made of it is no failure. */
    private static Transition notPosted(Publication publication, @Nullable String reason) {
        return Transition.rest(
                publication.edit().restsUntil(null, null).done(),
                new Line("TikTok says that the draft will not be posted", reason, null));
    }

    private Transition uploading(
            Publication publication, Upload upload, @Nullable Long uploaded, Instant now, RandomGenerator random) {
        Upload told = uploaded == null ? upload : upload.stored(upload.plan().storedBytes(uploaded));
        boolean isBelieved =
                publication.tries().polls() >= POLLS_UNTIL_BELIEVED && (told.takesBytes(now) || upload.isSealed(now));
        if (told.isComplete() || (upload.isComplete() && !isBelieved)) {
            return processing(publication, upload, now, random);
        }
        Publication going = publication
                .edit()
                .state(PublicationState.UPLOADING)
                .upload(told)
                .works()
                .done();
        if (told.takesBytes(now)) {
            Effect send = new Effect.SendChunk(told, told.nextChunk());
            // The row must never be more than one chunk behind: else it could not tell that the last one was sent.
            return told.storedBytes() > upload.storedBytes()
                    ? Transition.announced(going, send, Uploading.progress(told))
                    : Transition.goOn(going, send);
        }
        if (upload.mayBeComplete() && !upload.isComplete()) {
            // The last chunk may have arrived a moment ago, and a second init would post twice.
            return received(publication, now);
        }
        Failure expired = Failure.of(FailureKind.UPLOAD_EXPIRED, "upload_expired")
                .because("The upload address has expired with bytes missing");
        return failing.failed(going, new Fact.StepFailed(Step.CHUNK, expired), now, random);
    }

    private Transition processing(Publication publication, Upload upload, Instant now, RandomGenerator random) {
        if (publication.state() != PublicationState.PROCESSING) {
            return received(publication, now);
        }
        if (now.isAfter(upload.openedAt().plus(LONGEST_PROCESSING))) {
            Failure stuck = Failure.of(FailureKind.STUCK, "stuck");
            return failing.failed(publication, new Fact.StepFailed(Step.STATUS, stuck), now, random);
        }
        Tries polled = publication.tries().polled();
        return Transition.quietly(publication
                .edit()
                .tries(polled)
                .restsUntil(now.plus(Polling.VERDICT.after(polled.polls())), null)
                .done());
    }

    private Transition refused(Publication publication, @Nullable String reason, Instant now, RandomGenerator random) {
        Failure failure = Failure.of(
                FailureKind.PROCESSING_FAILED, reason == null || reason.isBlank() ? "no_reason_given" : reason);
        return failing.failed(publication, new Fact.StepFailed(Step.STATUS, failure), now, random);
    }

    private static Transition published(Publication publication, Upload upload, Fact.StatusSeen seen, Instant now) {
        Publication published = publication
                .edit()
                .state(PublicationState.PUBLISHED)
                .tries(publication.tries().progressed())
                .upload(upload.stored(upload.plan().totalBytes()).withoutAddress())
                .posted(new Posted(now, seen.externalPostId(), seen.externalUrl()))
                .restsUntil(
                        seen.externalPostId() == null && getsPublicId(publication)
                                ? now.plus(Polling.PUBLIC_ID.after(0))
                                : null,
                        null)
                .done();
        return Transition.rest(published, Line.of("TikTok confirmed the post"));
    }

    /** TikTok gives no public id to a post that only its creator can see. */
    private static boolean getsPublicId(Publication publication) {
        Content content = publication.content();
        return content.isForInbox() || !"SELF_ONLY".equals(content.settings().privacy());
    }

    private static Transition identified(Publication publication, Fact.StatusSeen seen) {
        Posted posted = Objects.requireNonNull(publication.posted(), "not posted");
        return Transition.rest(
                publication
                        .edit()
                        .posted(new Posted(posted.at(), seen.externalPostId(), seen.externalUrl()))
                        .restsUntil(null, null)
                        .done(),
                Line.of("TikTok told the public id"));
    }

    /** Looks again later, until thirty days have passed. Never leaves {@code PUBLISHED}. */
    static Transition notIdentified(Publication publication, Instant now) {
        Posted posted = Objects.requireNonNull(publication.posted(), "not posted");
        Tries polled = publication.tries().polled();
        Instant next = now.plus(Polling.PUBLIC_ID.after(polled.polls()));
        boolean over = next.isAfter(posted.at().plus(IDENTIFIED_WITHIN));
        return Transition.quietly(publication
                .edit()
                .tries(polled)
                .restsUntil(over ? null : next, null)
                .done());
    }
}
