package io.postbreeze.media.picture;

import java.util.concurrent.Semaphore;

/** Memory that several threads share; first come, first served. */
final class MemoryBudget {
    private static final int UNIT = 1 << 16;

    private final int units;
    private final Semaphore free;

    MemoryBudget(long bytes) {
        units = Math.max(1, Math.toIntExact(bytes / UNIT));
        free = new Semaphore(units, true);
    }

    /** Waits for so many bytes; for all there are when it is more than that. */
    void take(long bytes) throws InterruptedException {
        free.acquire(units(bytes));
    }

    /** Gives back what was taken. */
    void give(long bytes) {
        free.release(units(bytes));
    }

    private int units(long bytes) {
        return (int) Math.min(units, bytes / UNIT + 1);
    }
}
