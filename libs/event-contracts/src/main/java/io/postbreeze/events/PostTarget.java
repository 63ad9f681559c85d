package io.postbreeze.events;

import java.time.Instant;
import java.util.List;

/**
 * One account that a post goes to.
 *
 * @param targetId id of the target, {@code tgt_…}
 * @param accountId id of the social account, {@code soc_…}
 * @param platform {@code TIKTOK_PERSONAL} or {@code TIKTOK_BUSINESS}
 * @param dueAt when to publish
 * @param caption the caption as the user wrote it, may be empty
 * @param mediaIds ids of the media assets in the order of publication, {@code med_…}
 * @param settings how to publish
 */
public record PostTarget(
        String targetId,
        String accountId,
        String platform,
        Instant dueAt,
        String caption,
        List<String> mediaIds,
        PublishSettings settings) {
    /** Keeps its own copy of the media list. */
    public PostTarget {
        mediaIds = List.copyOf(mediaIds);
    }
}
