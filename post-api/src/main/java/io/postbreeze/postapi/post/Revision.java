package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A post's revision as an entity tag. It names what the user asked for: a post that makes progress keeps its tag, a
 * post that somebody changes gets a new one.
 */
final class Revision {
    private Revision() {}

    /** The tag of a revision. */
    static String tag(long revision) {
        return "\"r" + revision + "\"";
    }

    /** Fails with 412 unless {@code If-Match} is absent, {@code *}, or names the revision. */
    static void check(@Nullable String ifMatch, long revision) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        if (Arrays.stream(ifMatch.split(",", -1)).map(String::strip).noneMatch(tag(revision)::equals)) {
            throw new ApiException(
                    412,
                    "PRECONDITION_FAILED",
                    "The post has been changed: its ETag is " + tag(revision) + " now. Read it again, then decide.");
        }
    }
}
