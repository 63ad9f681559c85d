package io.postbreeze.media.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verified domain or prefix, and who says so.
 *
 * @param id its name in a workspace, null for the server's own
 * @param workspaceId whose it is, null for the server's own
 * @param kind DOMAIN or PREFIX
 * @param value the domain in lower case, or the prefix
 * @param source WORKSPACE when a user stated it, SERVER when the operator's configuration does; TikTok tells nobody but
 *     the owner in its developer portal
 * @param createdAt since when it is known here, null for the server's own
 */
record PropertyEntry(
        @Nullable String id,
        @Nullable String workspaceId,
        VerifiedProperty.Kind kind,
        String value,
        Source source,
        @Nullable Instant createdAt) {
    static PropertyEntry ofServer(VerifiedProperty property) {
        return new PropertyEntry(null, null, property.kind(), property.value(), Source.SERVER, null);
    }

    boolean covers(PullUrl url) {
        return new VerifiedProperty(kind, value).covers(url);
    }

    /** Who says that it is verified. */
    enum Source {
        /** A user. */
        WORKSPACE,
        /** The configuration. */
        SERVER
    }
}
