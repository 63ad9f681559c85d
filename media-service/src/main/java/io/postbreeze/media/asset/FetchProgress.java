package io.postbreeze.media.asset;

import org.jspecify.annotations.Nullable;

/**
 * How far a fetch is.
 *
 * @param receivedBytes what is stored of the file; grows by parts of 8 MiB
 * @param totalBytes size of the whole file, null when its source does not say
 */
public record FetchProgress(long receivedBytes, @Nullable Long totalBytes) {}
