package io.postbreeze.postapi.post;

import io.postbreeze.postapi.post.status.TargetStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One account that a post goes to, and how far it came; written by publication events. */
@Entity
@Table(name = "post_targets")
public class PostTarget {
    /** {@code tgt_…}. */
    @Id
    public String id;

    /** Its post. */
    public String postId;

    /** Where it stands. */
    @Enumerated(EnumType.STRING)
    public TargetStatus status;

    /** Version of the last publication event that took effect; 0 before the first. */
    public long publicationVersion;

    /** What is being done, in a word; null before it began. */
    public @Nullable String stage;

    /** Bytes TikTok has stored. */
    public long sentBytes;

    /** Size of the file, 0 while unknown. */
    public long totalBytes;

    /** When it goes on, null while it does not wait. */
    public @Nullable Instant nextAttemptAt;

    /** Why it waits, null while it does not. */
    public @Nullable String waitingFor;

    /** Attempts made. */
    public int attemptCount;

    /** When something was last tried, null before. */
    public @Nullable Instant lastAttemptAt;

    /** When TikTok was seen to have published it, null before. */
    public @Nullable Instant publishedAt;

    /** TikTok's id of the post as text, null while unknown. */
    public @Nullable String externalPostId;

    /** Public address, null while unknown. */
    public @Nullable String externalUrl;

    /** Why it failed, null unless it did. */
    public @Nullable String errorCode;

    /** The same for people, null unless it failed. */
    public @Nullable String errorMessage;

    /** When it last changed. */
    public Instant updatedAt;

    String workspaceId;
    int position;
    String socialAccountId;

    @Nullable
    String captionOverride;

    String platformOptions;
    String mediaIds;

    @Nullable
    Instant scheduledFor;

    Instant createdAt;
}
