package io.postbreeze.media.domain;

/**
 * Why TikTok would not take what a URL gives.
 *
 * @param code in SCREAMING_SNAKE
 * @param message what is wrong and what to do
 */
record Reason(String code, String message) {}
