package io.postbreeze.media.video;

import java.time.Duration;

/**
 * What a program may use. The operating system keeps the last three, so they hold even when this process dies.
 *
 * @param wall time from its start, after which it is killed
 * @param processor time on a processor, all threads together
 * @param memoryBytes address space; more than what it really uses
 * @param fileBytes size of each file it writes
 */
record Limits(Duration wall, Duration processor, long memoryBytes, long fileBytes) {}
