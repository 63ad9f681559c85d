package io.postbreeze.postapi.post;

import io.postbreeze.postapi.post.PostChange.Fate;
import io.postbreeze.postapi.post.status.PostStatus;
import io.postbreeze.postapi.post.status.TargetStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a post after a change; rows that were there are changed in place.
 *
 * @param targets the targets from now on, in order
 * @param added those of them that are new
 * @param dropped rows that are no targets any more
 */
record ChangedRows(List<PostTarget> targets, List<PostTarget> added, List<PostTarget> dropped) {
    private static final Set<String> OBEYED = Set.of("SCHEDULED", "CANCELED");

    /**
     * Changes a post and its targets.
     *
     * @param publisher where the publisher says that each target stands, by id; empty when it was not asked
     */
    static ChangedRows of(
            Post post, List<PostTarget> before, PostChange change, Map<String, PlanClient.Standing> publisher) {
        Map<String, PostTarget> left =
                before.stream().collect(Collectors.toMap(target -> target.id, Function.identity()));
        List<PostTarget> targets = new ArrayList<>();
        List<PostTarget> added = new ArrayList<>();
        for (PostChange.Target wanted : change.targets()) {
            PostTarget row = left.remove(wanted.id());
            if (row == null) {
                row = created(post, wanted, change);
                added.add(row);
            }
            row.position = targets.size();
            change(row, wanted, change, publisher.get(wanted.id()));
            targets.add(row);
        }
        change(post, change, targets);
        return new ChangedRows(targets, added, List.copyOf(left.values()));
    }

    /** Whether something that the change takes back was taken back. */
    boolean hasTakenBack(PostChange change) {
        return IntStream.range(0, targets.size())
                .anyMatch(i -> change.targets().get(i).fate() == Fate.CANCELED
                        && targets.get(i).status == TargetStatus.CANCELED);
    }

    private static PostTarget created(Post post, PostChange.Target wanted, PostChange change) {
        PostTarget row = new PostTarget();
        row.id = wanted.id();
        row.workspaceId = post.workspaceId;
        row.postId = post.id;
        row.socialAccountId = wanted.accountId();
        row.status = TargetStatus.CANCELED;
        row.createdAt = change.at();
        return row;
    }

    private static void change(
            PostTarget row, PostChange.Target wanted, PostChange change, PlanClient.@Nullable Standing standing) {
        row.captionOverride = wanted.captionOverride();
        row.platformOptions = StoredJson.write(wanted.options());
        row.mediaIds = StoredJson.write(wanted.mediaIds());
        if (wanted.fate() == Fate.KEPT) {
            row.updatedAt = row.updatedAt == null ? change.at() : row.updatedAt;
            return;
        }
        row.scheduledFor = wanted.dueAt();
        row.updatedAt = change.at();
        if (standing == null) {
            becomes(row, status(wanted.fate()));
        } else if (standing.version() >= row.publicationVersion) {
            heard(row, wanted.fate(), standing);
        }
    }

    /** What the publisher could not do because the target had ended before, its events tell in full. */
    private static void heard(PostTarget row, Fate fate, PlanClient.Standing standing) {
        if (OBEYED.contains(standing.state())) {
            becomes(row, status(fate));
            row.publicationVersion = standing.version();
        } else {
            row.status = TargetStatus.ofPublication(standing.state());
        }
    }

    private static void becomes(PostTarget row, TargetStatus status) {
        row.status = status;
        row.stage = null;
        row.sentBytes = 0;
        row.totalBytes = 0;
        row.nextAttemptAt = null;
        row.waitingFor = null;
        row.errorCode = null;
        row.errorMessage = null;
    }

    private static TargetStatus status(Fate fate) {
        return switch (fate) {
            case SCHEDULED -> TargetStatus.SCHEDULED;
            case CANCELED -> TargetStatus.CANCELED;
            case DRAFT -> TargetStatus.DRAFT;
            case KEPT -> throw new IllegalArgumentException("What is kept keeps its status");
        };
    }

    private static void change(Post post, PostChange change, List<PostTarget> targets) {
        post.revision = change.revision();
        post.caption = change.caption();
        post.scheduledAt = change.scheduledAt();
        post.draftScheduledAt = change.draftScheduledAt();
        post.timezone = change.timezone();
        post.mediaIds = StoredJson.write(change.mediaIds());
        post.mediaAltText = StoredJson.write(change.mediaAltText());
        post.updatedAt = change.at();
        post.status =
                PostStatus.of(targets.stream().map(target -> target.status).toList());
    }
}
