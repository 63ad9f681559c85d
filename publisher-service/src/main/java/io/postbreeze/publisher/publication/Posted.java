package io.postbreeze.publisher.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The post as TikTok confirmed it.
 *
 * @param at when it was seen to be published
 * @param externalPostId TikTok's public id, null while it has not told
 * @param externalUrl public address, null while unknown
 */
public record Posted(
        Instant at,
        @Nullable String externalPostId,
        @Nullable String externalUrl) {}
