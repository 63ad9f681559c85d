package io.postbreeze.postapi.ratelimit;

import java.util.List;

/**
 * What is remembered of a key in one window.
 *
 * @param granted requests that were ever granted
 * @param newest number of the grain of the last one
 * @param before how many had been granted before each grain began, oldest first; the last one is that of {@code newest}
 */
public record Marks(long granted, long newest, List<Long> before) {
    /** Keeps its own copy. */
    public Marks {
        before = List.copyOf(before);
    }

    /** Requests that the window holds when a grain, {@code newest} or a later one, is the current one. */
    long usedAt(long grain) {
        long dropped = grain - newest;
        return dropped >= before.size() ? 0 : granted - before.get(Math.toIntExact(dropped));
    }
}
