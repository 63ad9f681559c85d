package io.postbreeze.api;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of lists: how many rows at once, and how the next page is named. */
public final class PageLimit {
    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    private PageLimit() {}

    /** Reads the parameter {@code limit}: 50 without one, at most 200; fails with 400 for anything else. */
    public static int of(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT;
        }
        try {
            int rows = Integer.parseInt(limit);
            if (rows >= 1 && rows <= MOST) {
                return rows;
            }
        } catch (NumberFormatException e) {
            // The same answer as to a number out of range.
        }
        String message = "This is a number from 1 to " + MOST + ".";
        throw new ApiException(
                400, "PARAMETER_INVALID", message, List.of(new Violation("limit", "PARAMETER_INVALID", message)));
    }

    /** The {@code Link} header's value for the page after this one: the same request with another cursor. */
    public static String nextLink(UriInfo request, String cursor) {
        URI next = request.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor)
                .build();
        return "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"";
    }
}
