package io.postbreeze.postapi.post;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;

/** A change that the publisher was asked about and has not been heard to answer. */
@Entity
@IdClass(PendingChange.Key.class)
@Table(name = "post_changes")
class PendingChange {
    @Id
    String postId;

    @Id
    String workspaceId;

    long revision;

    /** The {@link PostChange} as JSON. */
    String change;

    Instant askAgainAt;

    /** What tells one from another. */
    record Key(String postId, String workspaceId) {}
}
