package io.postbreeze.media.inspection;

/**
 * The result of looking at a file once.
 *
 * @param verdict what was found
 * @param bytesRead how much of the file had to be read
 */
public record Inspection(Verdict verdict, long bytesRead) {}
