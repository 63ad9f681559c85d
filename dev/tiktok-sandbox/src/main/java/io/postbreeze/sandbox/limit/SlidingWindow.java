package io.postbreeze.sandbox.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts calls per key over the last minute, exactly. */
public final class SlidingWindow {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> calls = new HashMap<>();

    /** Forgets all calls. */
    public void clear() {
        calls.clear();
    }

    /**
     * Takes a place for a call; false when {@code most} were made within the last minute. A refused call takes none.
     */
    public boolean take(String key, int most, Instant now) {
        Deque<Instant> recent = calls.computeIfAbsent(key, unseen -> new ArrayDeque<>());
        Instant from = now.minus(WINDOW);
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(from)) {
            recent.removeFirst();
        }
        if (recent.size() >= most) {
            return false;
        }
        recent.addLast(now);
        return true;
    }
}
