package io.postbreeze.postapi.post.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What media-service found in a stored file.
 *
 * @param state whether it can be used
 * @param kind video or photo, null while unknown
 * @param durationMs length of a video, null when it has none or it is unknown
 * @param rejection why it cannot be used, for users; null unless rejected
 * @param findings rules of TikTok that it breaks whoever posts it
 * @param repairable whether a repaired copy would break none of them
 */
public record MediaFacts(
        State state,
        @Nullable Kind kind,
        @Nullable Long durationMs,
        @Nullable String rejection,
        List<Finding> findings,
        boolean repairable) {
    /** Keeps its own copy. */
    public MediaFacts {
        findings = List.copyOf(findings);
    }

    /** One that stays as it is. */
    public MediaFacts(
            State state,
            @Nullable Kind kind,
            @Nullable Long durationMs,
            @Nullable String rejection,
            List<Finding> findings) {
        this(state, kind, durationMs, rejection, findings, false);
    }

    /** A file that does not exist in this workspace. */
    public static MediaFacts notFound() {
        return new MediaFacts(State.NOT_FOUND, null, null, null, List.of());
    }

    /**
     * A rule that a file breaks.
     *
     * @param rule which
     * @param message what is wrong and how to mend it
     */
    public record Finding(PostRule rule, String message) {}

    /** Whether a file can be used. */
    public enum State {
        /** Stored, read, usable. */
        READY,
        /** Announced, but its bytes never came. */
        NOT_UPLOADED,
        /** Stored, but no media. */
        REJECTED,
        /** Nothing of this id in this workspace. */
        NOT_FOUND
    }

    /** What a file is. */
    public enum Kind {
        /** A video. */
        VIDEO,
        /** A photo. */
        PHOTO
    }
}
