package io.postbreeze.analytics;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.events.TargetPostIdentified;
import io.postbreeze.events.TargetPublished;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** A published target with ids of its own, and the events it would have caused. */
public record Published(String accountId, String postId, String targetId, String externalPostId) {

    public static Published next() {
        return of(PrefixedIds.next("soc"));
    }

    public static Published of(String accountId) {
        long id = ThreadLocalRandom.current().nextLong(7_000_000_000_000_000_000L, 8_000_000_000_000_000_000L);
        return new Published(accountId, PrefixedIds.next("post"), PrefixedIds.next("tgt"), Long.toString(id));
    }

    public TargetPublished published(Instant at) {
        return event(externalPostId, at);
    }

    public TargetPublished publishedWithoutId(Instant at) {
        return event(null, at);
    }

    public TargetPostIdentified identified(Instant at) {
        return new TargetPostIdentified(
                "pub_" + targetId, postId, targetId, TestBeans.WORKSPACE, accountId, 8, externalPostId, null, at);
    }

    private TargetPublished event(String id, Instant at) {
        return new TargetPublished(
                "pub_" + targetId, postId, targetId, TestBeans.WORKSPACE, accountId, 7, "v_pub~1", id, null, 1, at);
    }
}
