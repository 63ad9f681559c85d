package io.postbreeze.postapi.post.validation;

/**
 * A rule that a request breaks.
 *
 * @param path where, in the shape the user sent
 * @param rule which
 * @param message what is wrong and how to mend it
 */
public record Broken(String path, PostRule rule, String message) {}
