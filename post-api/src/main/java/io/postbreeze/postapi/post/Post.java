package io.postbreeze.postapi.post;

import io.postbreeze.postapi.post.status.PostStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a user wants published. */
@Entity
@Table(name = "posts")
public class Post {
    /** {@code post_…}. */
    @Id
    public String id;

    /** Follows from the targets. */
    @Enumerated(EnumType.STRING)
    public PostStatus status;

    /** When it last changed. */
    public Instant updatedAt;

    String workspaceId;
    long revision;
    String caption;

    @Nullable
    Instant scheduledAt;

    @Nullable
    Instant draftScheduledAt;

    @Nullable
    String timezone;

    String mediaIds;
    String mediaAltText;
    String createdByKeyId;
    boolean createdViaFlatShape;
    Instant createdAt;

    @Nullable
    Instant deletedAt;
}
