package io.postbreeze.postapi.post;

import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which page of which posts; the parameters of every list of posts. */
public class PostQuery {
    /** One workspace's posts; all of the caller's without it. */
    @RestQuery
    @Nullable
    String workspaceId;

    /** Posts in one of these; repeated or with commas. */
    @RestQuery
    @Nullable
    List<String> status;

    /** Posts that go to this account. */
    @RestQuery
    @Nullable
    String accountId;

    /** Posts due at this time or later. */
    @RestQuery
    @Nullable
    String from;

    /** Posts due before this time. */
    @RestQuery
    @Nullable
    String to;

    /** How many at once, 1 to 200; 50 without it. */
    @RestQuery
    @Nullable
    String limit;

    /** Where the page before ended, from its Link header. */
    @RestQuery
    @Nullable
    String cursor;

    PostFilter filter() {
        return PostFilter.of(status == null ? List.of() : status, accountId, from, to);
    }
}
