package io.postbreeze.postapi.apikey;

import io.postbreeze.api.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys that were just told to wait. Who floods us all the same is told so again without a question to the database, for
 * a second at most: never longer than it was told to wait. Safe for many threads.
 */
final class Refusals {
    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final Map<String, Refusal> known = new ConcurrentHashMap<>();

    /** The key as it was refused, when that was less than a second ago. */
    Optional<ApiKey> of(String sha256, Instant now) {
        Refusal refusal = known.get(sha256);
        return refusal != null && now.isBefore(refusal.until()) ? Optional.of(refusal.key()) : Optional.empty();
    }

    /** Remembers a key if its limits refuse it. */
    void note(String sha256, ApiKey key, Instant now) {
        if (key.rateLimit() == null || !key.rateLimit().refused()) {
            return;
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(sha256, new Refusal(key, now.plus(REMEMBERED)));
    }

    private record Refusal(ApiKey key, Instant until) {}
}
