package io.postbreeze.postapi.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.postbreeze.postapi.post.status.PostStatus;
import io.postbreeze.postapi.post.status.TargetStatus;
import io.postbreeze.postapi.post.validation.PlatformOptions;
import io.postbreeze.postapi.post.validation.PostWarnings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A post as the API shows it, in the nested names whichever shape it was sent in.
 *
 * @param id {@code post_…}
 * @param workspaceId owner
 * @param status follows from the targets
 * @param caption the text
 * @param scheduledAt when it is published, or a draft's pin in the calendar; null without either
 * @param timezone for display, null when not given
 * @param createdViaApi always true here
 * @param createdViaFlatShape which shape it came in
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param deletedAt null
 * @param revision counts the changes that users made; the {@code ETag} is made from it
 * @param targets its accounts, in the order of the request
 * @param media its files, in the order of publication
 * @param warnings what the user should know of the request that was just answered; left out when there is nothing
 */
record PostView(
        String id,
        String workspaceId,
        PostStatus status,
        String caption,
        @Nullable Instant scheduledAt,
        @Nullable String timezone,
        boolean createdViaApi,
        boolean createdViaFlatShape,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt,
        long revision,
        List<Target> targets,
        List<Media> media,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PostWarnings.Warning> warnings) {

    static PostView of(Post post, List<PostTarget> targets) {
        List<String> ids = StoredJson.texts(post.mediaIds);
        Map<String, String> altTexts = StoredJson.textsByKey(post.mediaAltText);
        return new PostView(
                post.id,
                post.workspaceId,
                post.status,
                post.caption,
                post.scheduledAt == null ? post.draftScheduledAt : post.scheduledAt,
                post.timezone,
                true,
                post.createdViaFlatShape,
                post.createdAt,
                post.updatedAt,
                post.deletedAt,
                post.revision,
                targets.stream().map(Target::of).toList(),
                IntStream.range(0, ids.size())
                        .mapToObj(order -> new Media(post.id, ids.get(order), order, altTexts.get(ids.get(order))))
                        .toList(),
                List.of());
    }

    /** The same with what the user should know. */
    PostView warning(List<PostWarnings.Warning> known) {
        return new PostView(
                id,
                workspaceId,
                status,
                caption,
                scheduledAt,
                timezone,
                createdViaApi,
                createdViaFlatShape,
                createdAt,
                updatedAt,
                deletedAt,
                revision,
                targets,
                media,
                known);
    }

    /** One account of it. */
    record Target(
            String id,
            String postId,
            String socialAccountId,
            TargetStatus status,
            @Nullable String stage,
            Progress progress,
            @Nullable Instant nextAttemptAt,
            @Nullable String waitingFor,
            @Nullable String captionOverride,
            PlatformOptions platformOptions,
            List<String> mediaIds,
            @Nullable Instant scheduledFor,
            @Nullable Instant publishedAt,
            @Nullable String externalPostId,
            @Nullable String externalUrl,
            @Nullable String errorCode,
            @Nullable String errorMessage,
            int attemptCount,
            @Nullable Instant lastAttemptAt,
            Instant createdAt,
            Instant updatedAt) {

        static Target of(PostTarget target) {
            return new Target(
                    target.id,
                    target.postId,
                    target.socialAccountId,
                    target.status,
                    target.stage,
                    new Progress(target.sentBytes, target.totalBytes),
                    target.nextAttemptAt,
                    target.waitingFor,
                    target.captionOverride,
                    StoredJson.options(target.platformOptions),
                    StoredJson.texts(target.mediaIds),
                    target.scheduledFor,
                    target.publishedAt,
                    target.externalPostId,
                    target.externalUrl,
                    target.errorCode,
                    target.errorMessage,
                    target.attemptCount,
                    target.lastAttemptAt,
                    target.createdAt,
                    target.updatedAt);
        }
    }

    /** Bytes TikTok has stored, of how many; 0 of 0 while unknown. */
    record Progress(long sentBytes, long totalBytes) {}

    /** One file of it, its place, and a text for people who cannot see it. */
    record Media(
            String postId,
            String mediaAssetId,
            int order,
            @Nullable String altText) {}
}
