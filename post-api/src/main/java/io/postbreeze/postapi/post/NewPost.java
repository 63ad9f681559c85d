package io.postbreeze.postapi.post;

import io.postbreeze.api.PrefixedIds;
import io.postbreeze.events.PostScheduled;
import io.postbreeze.events.PublishSettings;
import io.postbreeze.postapi.post.status.PostStatus;
import io.postbreeze.postapi.post.status.TargetStatus;
import io.postbreeze.postapi.post.validation.PlatformOptions;
import io.postbreeze.postapi.post.validation.PostRequest;
import io.postbreeze.postapi.post.validation.Shape;
import io.postbreeze.postapi.post.validation.TargetRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that passed every rule, as rows and as the event that tells of it.
 *
 * @param post the row
 * @param targets its rows, in the order of the request
 * @param event what the publisher is told; null for a draft
 */
record NewPost(
        Post post, List<PostTarget> targets, @Nullable PostScheduled event) {

    static NewPost of(PostRequest request, String workspaceId, String keyId, Instant now) {
        Instant due = request.publishNow() ? now : request.scheduledAt();
        Post post = post(request, workspaceId, keyId, due, now);
        List<PostTarget> rows = new ArrayList<>();
        for (TargetRequest target : request.targets()) {
            rows.add(target(post, rows.size(), target, due, now));
        }
        return new NewPost(post, rows, due == null ? null : event(post, rows, request, due));
    }

    private static Post post(
            PostRequest request, String workspaceId, String keyId, @Nullable Instant due, Instant now) {
        Post post = new Post();
        post.id = PrefixedIds.next("post");
        post.workspaceId = workspaceId;
        post.status = due == null ? PostStatus.DRAFT : PostStatus.SCHEDULED;
        post.revision = 1;
        post.caption = request.caption();
        post.scheduledAt = due;
        post.draftScheduledAt = due == null ? request.draftScheduledAt() : null;
        post.timezone = request.timezone();
        post.mediaIds = StoredJson.write(request.mediaIds());
        post.mediaAltText = StoredJson.write(request.mediaAltText());
        post.createdByKeyId = keyId;
        post.createdViaFlatShape = request.shape() == Shape.FLAT;
        post.createdAt = now;
        post.updatedAt = now;
        return post;
    }

    private static PostTarget target(
            Post post, int position, TargetRequest request, @Nullable Instant due, Instant now) {
        PostTarget target = new PostTarget();
        target.id = PrefixedIds.next("tgt");
        target.workspaceId = post.workspaceId;
        target.postId = post.id;
        target.position = position;
        target.socialAccountId = request.accountId();
        target.status = due == null ? TargetStatus.DRAFT : TargetStatus.SCHEDULED;
        target.captionOverride = request.captionOverride();
        target.platformOptions = StoredJson.write(request.options());
        target.mediaIds = StoredJson.write(request.mediaIds());
        target.scheduledFor = due;
        target.createdAt = now;
        target.updatedAt = now;
        return target;
    }

    private static PostScheduled event(Post post, List<PostTarget> rows, PostRequest request, Instant due) {
        List<io.postbreeze.events.PostTarget> targets = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TargetRequest target = request.targets().get(i);
            targets.add(new io.postbreeze.events.PostTarget(
                    rows.get(i).id,
                    target.accountId(),
                    Objects.requireNonNull(target.options().platform()),
                    due,
                    request.captionOf(target),
                    request.mediaOf(target),
                    settings(target.options())));
        }
        return new PostScheduled(post.id, post.workspaceId, post.revision, targets);
    }

    static PublishSettings settings(PlatformOptions options) {
        return new PublishSettings(
                Objects.requireNonNull(options.privacy()),
                options.allowComments(),
                options.allowDuet(),
                options.allowStitch(),
                options.autoAddMusic(),
                options.brandOrganicToggle(),
                options.brandContentToggle(),
                options.photoTitle(),
                options.isAigc(),
                options.videoCoverTimestampMs(),
                options.photoCoverIndex(),
                options.postMode(),
                options.photoFit(),
                options.autoRepair(),
                seconds(options.skipAfter()),
                seconds(options.giveUpAfter()));
    }

    private static @Nullable Long seconds(@Nullable String duration) {
        return duration == null ? null : Duration.parse(duration).toSeconds();
    }
}
