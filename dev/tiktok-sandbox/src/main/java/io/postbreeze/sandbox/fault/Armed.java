package io.postbreeze.sandbox.fault;

import io.vertx.core.json.JsonObject;
import java.util.SplittableRandom;

/** A fault that waits for its calls, and how many came. */
final class Armed {
    private final String id;
    private final Match match;
    private final Effect effect;
    private final JsonObject said;
    private final SplittableRandom random;
    private long seen;
    private long struck;

    Armed(String id, Match match, Effect effect, JsonObject said) {
        this.id = id;
        this.match = match;
        this.effect = effect;
        this.said = said;
        this.random = new SplittableRandom(match.seed());
    }

    String id() {
        return id;
    }

    Effect effect() {
        return effect;
    }

    /** Whether this call is struck; every call it is about counts. */
    boolean strikes(Match.Call call) {
        if (!match.covers(call, effect instanceof Effect.Doom)) {
            return false;
        }
        boolean strikes =
                match.reaches(++seen) && (match.probability() >= 1 || random.nextDouble() < match.probability());
        struck += strikes ? 1 : 0;
        return strikes;
    }

    /** A number from one to the other, the same for the same seed and call. */
    long between(long least, long most) {
        return least + (most > least ? random.nextLong(most - least + 1) : 0);
    }

    JsonObject view() {
        return said.copy().put("id", id).put("seen", seen).put("struck", struck);
    }
}
