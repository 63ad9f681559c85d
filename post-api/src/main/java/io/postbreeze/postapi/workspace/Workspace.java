package io.postbreeze.postapi.workspace;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What posts, accounts and media belong to. */
@Entity
@Table(name = "workspaces")
public class Workspace {
    /** {@code ws_…}. */
    @Id
    public String id;

    /** As its people call it. */
    public String name;

    /** Unique, lower-case. */
    public String slug;

    /** IANA name; for display only, instants are UTC. */
    public String timezone;

    /** When it was made. */
    public Instant createdAt;

    /** When it was last changed. */
    public Instant updatedAt;
}
