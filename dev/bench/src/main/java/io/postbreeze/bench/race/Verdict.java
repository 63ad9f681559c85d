package io.postbreeze.bench.race;

/**
 * What cancelling a post was answered.
 *
 * @param status of HTTP; 0 when there was no answer
 */
record Verdict(String caption, int status) {}
