package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.postbreeze.postapi.post.PostChange.Fate;
import io.postbreeze.postapi.post.PostChange.Kind;
import io.postbreeze.postapi.post.status.PostStatus;
import io.postbreeze.postapi.post.status.TargetStatus;
import io.postbreeze.postapi.post.validation.PostRequest;
import io.postbreeze.postapi.post.validation.TargetRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each command makes of a post, or why it cannot be given. Decides by what we know; the publisher may know more.
 */
final class PostCommands {
    private static final Set<PostStatus> CANCELABLE = Set.of(PostStatus.SCHEDULED, PostStatus.PUBLISHING);

    private static final Set<PostStatus> EDITABLE =
            Set.of(PostStatus.DRAFT, PostStatus.SCHEDULED, PostStatus.FAILED, PostStatus.CANCELED);

    private PostCommands() {}

    /** Whether everything that a cancel could do has been done. */
    static boolean isCanceled(Post post) {
        return post.status == PostStatus.CANCELED;
    }

    /** Takes back every target that has not ended. */
    static PostChange cancel(Post post, List<PostTarget> targets, Instant now) {
        if (!CANCELABLE.contains(post.status)) {
            throw new ApiException(
                    409,
                    "POST_NOT_CANCELABLE",
                    "Only a scheduled post can be canceled; this one is " + post.status + ".");
        }
        return same(post, Kind.CANCEL, now, targets(targets, target -> takenBack(target), null));
    }

    /** Takes back the targets of one account; empty when none of them waits. */
    static Optional<PostChange> withdraw(Post post, List<PostTarget> targets, String accountId, Instant now) {
        Function<PostTarget, Fate> fate =
                target -> target.socialAccountId.equals(accountId) ? takenBack(target) : Fate.KEPT;
        List<PostChange.Target> changed = targets(targets, fate, null);
        return changed.stream().anyMatch(target -> target.fate() == Fate.CANCELED)
                ? Optional.of(same(post, Kind.CANCEL, now, changed))
                : Optional.empty();
    }

    /** Begins every failed target anew, at once; what is published is never sent again. */
    static PostChange retry(Post post, List<PostTarget> targets, Instant now) {
        if (targets.stream().noneMatch(target -> target.status == TargetStatus.FAILED)) {
            throw new ApiException(
                    409, "NOTHING_TO_RETRY", "No target of this post has failed; the post is " + post.status + ".");
        }
        Function<PostTarget, Fate> fate = target -> target.status == TargetStatus.FAILED ? Fate.SCHEDULED : Fate.KEPT;
        return same(post, Kind.RETRY, now, targets(targets, fate, now));
    }

    /** Begins a target anew of which nobody knows whether it is on TikTok. */
    static PostChange publishAgain(Post post, List<PostTarget> targets, String targetId, Instant now) {
        requireUnknown(targets, targetId);
        Function<PostTarget, Fate> fate = target -> target.id.equals(targetId) ? Fate.SCHEDULED : Fate.KEPT;
        return same(post, Kind.PUBLISH_AGAIN, now, targets(targets, fate, now));
    }

    /** Fails unless the post has the target, with an outcome that nobody knows. */
    static void requireUnknown(List<PostTarget> targets, String targetId) {
        PostTarget target = targets.stream()
                .filter(one -> one.id.equals(targetId))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("target"));
        if (target.status != TargetStatus.OUTCOME_UNKNOWN) {
            throw outcomeKnown("it is " + target.status);
        }
    }

    /** The refusal when there is no question what became of a target. */
    static ApiException outcomeKnown(String what) {
        return new ApiException(
                409,
                "OUTCOME_KNOWN",
                "This is for targets whose outcome nobody knows; of this one it is known: " + what + ".");
    }

    /** Makes the post what a checked request says. */
    static PostChange edit(Post post, List<PostTarget> targets, PostRequest request, Instant now) {
        refuseUneditable(post);
        Instant due = request.publishNow() ? now : request.scheduledAt();
        boolean becomesDraft = due == null && (post.status == PostStatus.DRAFT || post.status == PostStatus.SCHEDULED);
        return new PostChange(
                Kind.EDIT,
                post.revision + 1,
                now,
                request.caption(),
                due,
                due == null ? request.draftScheduledAt() : null,
                request.timezone(),
                request.mediaIds(),
                request.mediaAltText(),
                edited(targets, request, due, becomesDraft));
    }

    /** Fails unless the content of a post may still be changed. */
    static void refuseUneditable(Post post) {
        if (!EDITABLE.contains(post.status)) {
            throw new ApiException(
                    409,
                    "POST_NOT_EDITABLE",
                    "A draft, scheduled, failed or canceled post can be changed; this one is " + post.status + ".");
        }
    }

    /** Whether the publisher has something of this post that could begin at any moment. */
    static boolean needsConsent(List<PostTarget> targets) {
        return targets.stream().anyMatch(target -> isPending(target) || target.status == TargetStatus.OUTCOME_UNKNOWN);
    }

    private static List<PostChange.Target> edited(
            List<PostTarget> targets, PostRequest request, @Nullable Instant due, boolean becomesDraft) {
        Map<String, PostTarget> known =
                targets.stream().collect(Collectors.toMap(target -> target.socialAccountId, Function.identity()));
        List<PostChange.Target> edited = new ArrayList<>();
        for (TargetRequest wanted : request.targets()) {
            PostTarget before = known.get(wanted.accountId());
            Fate idle = before == null ? Fate.CANCELED : Fate.KEPT;
            Fate unscheduled = becomesDraft ? Fate.DRAFT : idle;
            edited.add(new PostChange.Target(
                    before == null ? PrefixedIds.next("tgt") : before.id,
                    wanted.accountId(),
                    wanted.captionOverride(),
                    wanted.options(),
                    wanted.mediaIds(),
                    due == null ? unscheduled : Fate.SCHEDULED,
                    due));
        }
        return edited;
    }

    private static PostChange same(Post post, Kind kind, Instant now, List<PostChange.Target> targets) {
        return new PostChange(
                kind,
                post.revision + 1,
                now,
                post.caption,
                post.scheduledAt,
                post.draftScheduledAt,
                post.timezone,
                StoredJson.texts(post.mediaIds),
                StoredJson.textsByKey(post.mediaAltText),
                targets);
    }

    private static List<PostChange.Target> targets(
            List<PostTarget> targets, Function<PostTarget, Fate> fate, @Nullable Instant due) {
        return targets.stream()
                .map(target -> {
                    Fate becomes = fate.apply(target);
                    return new PostChange.Target(
                            target.id,
                            target.socialAccountId,
                            target.captionOverride,
                            StoredJson.options(target.platformOptions),
                            StoredJson.texts(target.mediaIds),
                            becomes,
                            becomes == Fate.SCHEDULED ? due : target.scheduledFor);
                })
                .toList();
    }

    private static Fate takenBack(PostTarget target) {
        return isPending(target) ? Fate.CANCELED : Fate.KEPT;
    }

    private static boolean isPending(PostTarget target) {
        return target.status == TargetStatus.SCHEDULED || target.status == TargetStatus.PUBLISHING;
    }
}
