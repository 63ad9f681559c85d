package io.postbreeze.postapi.post.validation;

import org.jspecify.annotations.Nullable;

/**
 * A file to be fetched from an address.
 *
 * @param path where it stands, such as {@code mediaItems[0]}
 * @param url its address
 * @param type what it is said to be: {@code image} or {@code video}, null when nothing is said
 * @param altText text for people who cannot see it, null without one
 */
public record MediaItem(
        String path,
        String url,
        @Nullable String type,
        @Nullable String altText) {}
