package io.postbreeze.publisher.failure;

import java.time.Instant;

/**
 * In what circumstances something failed.
 *
 * @param step what was being done
 * @param attempt number of the attempt, from 1
 * @param setbacks failures since the last progress, 0 for the first
 * @param giveUpAt when patience ends
 * @param tokenRenewed whether the token was already renewed in this run
 * @param mayBeComplete whether TikTok may hold every byte, so that a new init could post twice
 */
public record Situation(
        Step step, int attempt, int setbacks, Instant giveUpAt, boolean tokenRenewed, boolean mayBeComplete) {}
