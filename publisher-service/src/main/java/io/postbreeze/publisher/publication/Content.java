package io.postbreeze.publisher.publication;

import io.postbreeze.events.PublishSettings;
import java.util.List;

/**
 * What is to be published, as it was when the post was scheduled.
 *
 * @param platform {@code TIKTOK_PERSONAL} or {@code TIKTOK_BUSINESS}
 * @param caption caption as the user wrote it, may be empty
 * @param mediaIds media assets in order, {@code med_…}
 * @param settings how to publish
 */
public record Content(String platform, String caption, List<String> mediaIds, PublishSettings settings) {
    /** Keeps its own copy of the list. */
    public Content {
        mediaIds = List.copyOf(mediaIds);
    }
}
