package io.postbreeze.publisher.publication;

import org.jspecify.annotations.Nullable;

/**
 * The machine's answer.
 *
 * @param next the publication from now on
 * @param effect what to do next, after the write
 * @param write what must be durable before that
 * @param line the timeline's line, null unless {@code write} is {@link Write#ANNOUNCED}
 */
public record Transition(
        Publication next,
        Effect effect,
        Write write,
        @Nullable Line line) {

    /** How durable a transition is. */
    public enum Write {
        /** Nothing changed that a crash may not undo. */
        NONE,
        /** The row only. */
        ROW,
        /** Row, timeline and event, in one transaction. */
        ANNOUNCED
    }

    /**
     * A line of the timeline.
     *
     * @param detail what happened, in a sentence
     * @param tiktokCode TikTok's code, null when there is none
     * @param tiktokLogId TikTok's log id, null when there is none
     */
    public record Line(
            String detail,
            @Nullable String tiktokCode,
            @Nullable String tiktokLogId) {
        static Line of(String detail) {
            return new Line(detail, null, null);
        }
    }

    static Transition goOn(Publication next, Effect effect) {
        return new Transition(next, effect, Write.NONE, null);
    }

    static Transition quietly(Publication next) {
        return new Transition(next, new Effect.Rest(), Write.ROW, null);
    }

    static Transition announced(Publication next, Effect effect, Line line) {
        return new Transition(next, effect, Write.ANNOUNCED, line);
    }

    static Transition rest(Publication next, Line line) {
        return announced(next, new Effect.Rest(), line);
    }

    /** Whether nobody works on it afterwards. */
    public boolean rests() {
        return effect instanceof Effect.Rest;
    }
}
