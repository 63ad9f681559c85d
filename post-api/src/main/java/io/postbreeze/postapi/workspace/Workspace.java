package io.postbreeze.postapi.workspace;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

    /** How its people read the clock; for display only. */
    @Enumerated(EnumType.STRING)
    public TimeFormat timeFormat;

    /** Whose it is, {@code usr_…}: keys with full access reach all of their owner's. */
    public String ownerUserId;

    /** When it was made. */
    public Instant createdAt;

    /** When it was last changed. */
    public Instant updatedAt;
}
