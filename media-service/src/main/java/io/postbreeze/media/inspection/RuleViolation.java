package io.postbreeze.media.inspection;

/**
 * One limit of TikTok or of the product that a readable file breaks.
 *
 * @param code contract code, {@code TT_…}
 * @param message what was found, what is allowed, and what to do
 */
public record RuleViolation(String code, String message) {}
