package io.postbreeze.analytics.tracking;

import io.postbreeze.analytics.numbers.LatestCounts;
import io.postbreeze.analytics.numbers.Reading;
import io.postbreeze.analytics.numbers.RefreshProblem;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A tracked post as stored; written by SQL, because claims and leases are no business of an object graph. */
@Entity
@Immutable
@Table(name = "tracked_post")
@IdClass(TrackedPostRow.Key.class)
class TrackedPostRow {
    @Id
    @Column(name = "account_id")
    String accountId;

    @Id
    @Column(name = "target_id")
    String targetId;

    @Column(name = "workspace_id")
    String workspaceId;

    @Column(name = "post_id")
    String postId;

    @Column(name = "external_post_id")
    String externalPostId;

    @Column(name = "read_at")
    Instant readAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "problem")
    RefreshProblem problem;

    @Column(name = "missing_since")
    Instant missingSince;

    @Column(name = "views")
    Long views;

    @Column(name = "views_at")
    Instant viewsAt;

    @Column(name = "likes")
    Long likes;

    @Column(name = "likes_at")
    Instant likesAt;

    @Column(name = "comments")
    Long comments;

    @Column(name = "comments_at")
    Instant commentsAt;

    @Column(name = "shares")
    Long shares;

    @Column(name = "shares_at")
    Instant sharesAt;

    TrackedPost toTrackedPost() {
        LatestCounts latest = new LatestCounts(
                Reading.of(views, viewsAt),
                Reading.of(likes, likesAt),
                Reading.of(comments, commentsAt),
                Reading.of(shares, sharesAt));
        return new TrackedPost(
                workspaceId, accountId, postId, targetId, externalPostId, readAt, latest, problem, missingSince);
    }

    record Key(String accountId, String targetId) implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
