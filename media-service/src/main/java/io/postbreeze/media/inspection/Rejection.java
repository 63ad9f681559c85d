package io.postbreeze.media.inspection;

/**
 * Why a file cannot be posted by anyone, whatever the platform's limits.
 *
 * @param code the kind of trouble; part of the contract
 * @param message what was found and what to do instead, for the user
 */
public record Rejection(RejectionCode code, String message) implements Verdict {}
