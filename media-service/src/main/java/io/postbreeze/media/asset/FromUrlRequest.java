package io.postbreeze.media.asset;

import org.jspecify.annotations.Nullable;

/**
 * What a user wants to have fetched, unchecked.
 *
 * @param url where the file is: http or https, without a sign-in
 * @param type image, gif or video; what the bytes say counts
 * @param altText what it shows, for people who cannot see it
 * @param workspaceId where it goes, for keys of several workspaces
 */
public record FromUrlRequest(
        @Nullable String url,
        @Nullable String type,
        @Nullable String altText,
        @Nullable String workspaceId) {}
