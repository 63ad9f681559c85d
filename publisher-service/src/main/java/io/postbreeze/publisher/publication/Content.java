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
    private static final String INBOX = "MEDIA_UPLOAD";

    /** Keeps its own copy of the list. */
    public Content {
        mediaIds = List.copyOf(mediaIds);
    }

    /** Whether it goes to the creator's inbox, to be finished there. */
    boolean isForInbox() {
        return INBOX.equals(settings.postMode());
    }
}
