package io.postbreeze.sandbox.business;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the app's calls over the last second; a refused call does not count. */
final class AppRate {
    private static final int MOST = 20;
    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final Deque<Instant> calls = new ArrayDeque<>();

    boolean take(Instant now) {
        Instant from = now.minus(WINDOW);
        while (!calls.isEmpty() && !calls.peekFirst().isAfter(from)) {
            calls.removeFirst();
        }
        if (calls.size() >= MOST) {
            return false;
        }
        calls.addLast(now);
        return true;
    }

    void clear() {
        calls.clear();
    }
}
