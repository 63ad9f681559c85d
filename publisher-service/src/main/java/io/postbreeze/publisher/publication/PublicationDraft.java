package io.postbreeze.publisher.publication;

import io.postbreeze.publisher.failure.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A publication being changed; what is not named stays as it was. */
final class PublicationDraft {
    private final Publication before;
    private PublicationState state;
    private Tries tries;
    private @Nullable Instant wakeAt;
    private @Nullable String waitingFor;
    private @Nullable MediaKind kind;
    private @Nullable Instant placeAt;
    private @Nullable Upload upload;
    private @Nullable Posted posted;
    private @Nullable Problem problem;

    PublicationDraft(Publication before) {
        this.before = before;
        this.state = before.state();
        this.tries = before.tries();
        this.wakeAt = before.wakeAt();
        this.waitingFor = before.waitingFor();
        this.kind = before.kind();
        this.placeAt = before.placeAt();
        this.upload = before.upload();
        this.posted = before.posted();
        this.problem = before.problem();
    }

    PublicationDraft state(PublicationState value) {
        this.state = value;
        return this;
    }

    PublicationDraft tries(Tries value) {
        this.tries = value;
        return this;
    }

    /** Nobody works on it until then; null for never. */
    PublicationDraft restsUntil(@Nullable Instant at, @Nullable String why) {
        this.wakeAt = at;
        this.waitingFor = why;
        return this;
    }

    /** Somebody works on it: it waits for nothing. */
    PublicationDraft works() {
        this.waitingFor = null;
        return this;
    }

    PublicationDraft kind(MediaKind value) {
        this.kind = value;
        return this;
    }

    PublicationDraft placeAt(@Nullable Instant value) {
        this.placeAt = value;
        return this;
    }

    PublicationDraft upload(@Nullable Upload value) {
        this.upload = value;
        return this;
    }

    PublicationDraft posted(Posted value) {
        this.posted = value;
        return this;
    }

    PublicationDraft problem(Problem value) {
        this.problem = value;
        return this;
    }

    Publication done() {
        return new Publication(
                before.key(),
                before.content(),
                before.dueAt(),
                state,
                before.version(),
                tries,
                wakeAt,
                waitingFor,
                kind,
                placeAt,
                upload,
                posted,
                problem);
    }
}
