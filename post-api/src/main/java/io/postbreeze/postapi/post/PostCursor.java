package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.postbreeze.api.Violation;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of the list ended.
 *
 * @param half which half of the list
 * @param at what that half is sorted by
 * @param id the last post of the page
 */
record PostCursor(Half half, Instant at, String id) {
    private static final int PARTS = 3;

    /** The list has two halves, each with an order of its own. */
    enum Half {
        /** Scheduled posts, soonest first. */
        UPCOMING,
        /** All others, newest first. */
        REST
    }

    /** As text that means nothing to the caller. */
    String written() {
        String text = half + "|" + at + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #written()} wrote; null without one, fails with 400 for anything else. */
    static @Nullable PostCursor read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", -1);
            if (parts.length == PARTS && PrefixedIds.isOf("post", parts[2])) {
                return new PostCursor(Half.valueOf(parts[0]), Instant.parse(parts[1]), parts[2]);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // The same answer as to a cursor with the wrong number of parts.
        }
        String message = "This cursor is not from this list: take it from the Link header of the page before.";
        throw new ApiException(
                400, "CURSOR_INVALID", message, List.of(new Violation("cursor", "CURSOR_INVALID", message)));
    }
}
