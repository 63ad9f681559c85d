package io.postbreeze.media.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What TikTok would make of a URL, as far as can be told from here. What is not known is null.
 *
 * @param url without its query
 * @param accepted whether nothing speaks against it
 * @param reasons everything that does, and what to do about it
 * @param verifiedBy the domain or prefix that covers it
 * @param resolvable whether its host has an address
 * @param publicAddress whether all its addresses are on the public internet; nothing is asked from others
 * @param redirects every hop; TikTok follows none
 * @param status of the last answer
 * @param contentType what the server calls the file
 * @param realType what it is by its first bytes
 * @param kind VIDEO, PHOTO, UNSUPPORTED or NOT_MEDIA, by its first bytes
 * @param sizeBytes how large it is
 * @param acceptsRanges whether the server gives parts of it
 */
record DomainCheck(
        String url,
        boolean accepted,
        List<Reason> reasons,
        @Nullable PropertyEntry verifiedBy,
        @Nullable Boolean resolvable,
        @Nullable Boolean publicAddress,
        List<Journey.Hop> redirects,
        @Nullable Integer status,
        @Nullable String contentType,
        @Nullable String realType,
        @Nullable String kind,
        @Nullable Long sizeBytes,
        @Nullable Boolean acceptsRanges) {}
