package io.postbreeze.sandbox.business;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** How the Business API writes numbers, and how old they are. */
final class Figures {
    private static final Duration LEAST_DELAY = Duration.ofHours(24);

    private Figures() {}

    /**
     * The instant that insights know of: the last midnight (UTC) that is a day or more ago, so that they lag 24 to 48
     * hours and stand still in between.
     */
    static Instant knownUntil(Instant now) {
        return now.minus(LEAST_DELAY).truncatedTo(ChronoUnit.DAYS);
    }

    /** Parts of a whole, as objects. */
    static JsonArray parts(Map<String, Double> parts, String name) {
        JsonArray array = new JsonArray();
        parts.forEach((key, part) -> array.add(new JsonObject().put(name, key).put("percentage", part)));
        return array;
    }
}
