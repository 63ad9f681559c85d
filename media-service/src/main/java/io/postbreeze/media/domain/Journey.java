package io.postbreeze.media.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was met on the way to a file.
 *
 * @param redirects in their order
 * @param resolvable whether the last name asked for has an address; null when no name was asked for
 * @param publicAddress whether all its addresses are public; null when there is none
 * @param found where it ended, null when there was no answer
 * @param trouble why it ended without one, null when there was one
 */
record Journey(
        List<Hop> redirects,
        @Nullable Boolean resolvable,
        @Nullable Boolean publicAddress,
        @Nullable Found found,
        @Nullable Reason trouble) {
    static final Journey BEGIN = new Journey(List.of(), null, null, null, null);

    Journey redirected(Hop hop) {
        List<Hop> more = new ArrayList<>(redirects);
        more.add(hop);
        return new Journey(List.copyOf(more), null, null, null, null);
    }

    Journey arrived(Found at) {
        return new Journey(redirects, true, true, at, null);
    }

    Journey stopped(@Nullable Boolean isResolvable, @Nullable Boolean isPublic, String code, String message) {
        return new Journey(redirects, isResolvable, isPublic, null, new Reason(code, message));
    }

    /**
     * A redirect.
     *
     * @param status of the answer
     * @param to where it leads, without the query
     */
    record Hop(int status, String to) {}

    /**
     * An answer.
     *
     * @param contentType as the server calls it
     * @param sizeBytes of the whole file, null when not told
     * @param acceptsRanges whether a part was given when a part was asked for
     * @param head its first bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(
            int status,
            @Nullable String contentType,
            @Nullable Long sizeBytes,
            boolean acceptsRanges,
            byte[] head) {}
}
