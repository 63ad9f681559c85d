package io.postbreeze.api;

/**
 * One broken rule of a request.
 *
 * @param path where in the request, as a JSON path without the leading {@code $.}, such as
 *     {@code platforms[0].platformOptions.privacy}
 * @param code the rule, in SCREAMING_SNAKE
 * @param message what is wrong and how to mend it
 */
public record Violation(String path, String code, String message) {}
