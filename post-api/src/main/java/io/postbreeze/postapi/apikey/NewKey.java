package io.postbreeze.postapi.apikey;

import io.postbreeze.postapi.body.Body;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key that is asked for.
 *
 * @param name 1 to 80 characters
 * @param access what it reaches: everything of the owner's unless told otherwise
 * @param workspaceIds what a scoped key may use; the workspace it is made in when left out, which must be among them
 * @param rateLimit numbers of its own
 */
record NewKey(String name, KeyAccess access, List<String> workspaceIds, Limits rateLimit) {
    private static final int LONGEST_NAME = 80;
    private static final int MOST_WORKSPACES = 1_000;
    private static final int HIGHEST_LIMIT = 1_000_000;
    private static final Set<String> FIELDS = Set.of("name", "access", "workspaceIds", "rateLimit");
    private static final Set<String> LIMIT_FIELDS = Set.of("burst", "sustained");

    static NewKey read(@Nullable Map<?, ?> json, String home) {
        Body body = Body.of(json, FIELDS);
        String name = body.requiredText("name", LONGEST_NAME);
        Optional<KeyAccess> asked = body.choice("access", KeyAccess.class);
        Optional<List<String>> scope = body.texts("workspaceIds", MOST_WORKSPACES);
        KeyAccess access = asked.orElse(scope.isPresent() ? KeyAccess.SCOPED : KeyAccess.FULL);
        if (access == KeyAccess.FULL && scope.isPresent()) {
            body.invalid("workspaceIds", "A key with full access has no list of workspaces; use access SCOPED.");
        }
        if (scope.isPresent() && !scope.get().contains(home)) {
            body.invalid("workspaceIds", "The workspace the key is made in must be on its list.");
        }
        Limits limits =
                body.object("rateLimit", LIMIT_FIELDS).map(NewKey::limits).orElse(Limits.NONE);
        body.check();
        List<String> reach = access == KeyAccess.FULL ? List.of() : scope.orElse(List.of(home));
        return new NewKey(name.strip(), access, reach, limits);
    }

    private static Limits limits(Body body) {
        return new Limits(
                body.number("burst", 1, HIGHEST_LIMIT).orElse(null),
                body.number("sustained", 1, HIGHEST_LIMIT).orElse(null));
    }

    /**
     * A key's own limits; null leaves the installation's.
     *
     * @param burst requests in the short window
     * @param sustained requests in the long one
     */
    record Limits(@Nullable Integer burst, @Nullable Integer sustained) {
        static final Limits NONE = new Limits(null, null);
    }
}
