package io.postbreeze.publisher.publication;

import io.postbreeze.events.PublishSettings;
import io.postbreeze.publisher.upload.ChunkPlan;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Consistent publications for tests. */
public final class Samples {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final long SIZE = 64_000_001;
    static final MediaFacts.Video VIDEO = new MediaFacts.Video("video/mp4", SIZE, Duration.ofSeconds(12), "\"v1\"");
    static final MediaFacts.Photos PHOTOS = new MediaFacts.Photos(
            List.of(URI.create("https://media.example/1.jpg"), URI.create("https://media.example/2.jpg")), 700_000);
    static final CreatorFacts CREATOR =
            new CreatorFacts(List.of("PUBLIC_TO_EVERYONE", "SELF_ONLY"), false, false, false, Duration.ofMinutes(10));

    private Samples() {}

    public static Content content(String privacy) {
        return new Content(
                "TIKTOK_PERSONAL",
                "Hello #world",
                List.of("med_1"),
                new PublishSettings(privacy, true, true, false, false, false, false));
    }

    /** The same, asked for as a draft in the creator's inbox. */
    static Publication forInbox(Publication publication) {
        PublishSettings direct = publication.content().settings();
        PublishSettings inbox = new PublishSettings(
                direct.privacy(),
                true,
                true,
                false,
                false,
                false,
                false,
                null,
                null,
                null,
                null,
                "MEDIA_UPLOAD",
                null,
                null,
                null,
                null);
        return with(publication, "Hello", inbox);
    }

    /** The same with another text and other settings. */
    static Publication with(Publication publication, String caption, PublishSettings settings) {
        return new Publication(
                publication.key(),
                new Content("TIKTOK_PERSONAL", caption, List.of("med_1"), settings),
                publication.dueAt(),
                publication.state(),
                publication.version(),
                publication.tries(),
                publication.wakeAt(),
                publication.waitingFor(),
                publication.kind(),
                publication.placeAt(),
                publication.upload(),
                publication.posted(),
                publication.problem());
    }

    static Publication scheduled() {
        PublicationKey key = new PublicationKey("pub_1", "ws_1", "soc_1", "post_1", "tgt_1", 1);
        return Publication.scheduled(key, content("PUBLIC_TO_EVERYONE"), NOW);
    }

    public static Publication claimed() {
        return scheduled()
                .edit()
                .state(PublicationState.CLAIMED)
                .tries(Tries.NONE.nextAttempt().begin(NOW.plus(Duration.ofHours(24))))
                .placeAt(NOW)
                .done();
    }

    static Publication initialising() {
        return claimed()
                .edit()
                .state(PublicationState.INITIALISING)
                .placeAt(null)
                .done();
    }

    static Publication orderingPhotos() {
        return initialising().edit().kind(MediaKind.PHOTO).done();
    }

    static Publication inInbox() {
        return forInbox(processing()).edit().state(PublicationState.IN_INBOX).done();
    }

    public static Publication uploading(long storedBytes) {
        ChunkPlan plan = ChunkPlan.forFile(SIZE);
        return initialising()
                .edit()
                .state(PublicationState.UPLOADING)
                .upload(new Upload("v_pub_file~1", "https://upload.tiktokapis.com/1", NOW, plan, storedBytes, "\"v1\""))
                .done();
    }

    static Publication processing() {
        return uploading(SIZE).edit().state(PublicationState.PROCESSING).done();
    }

    static Publication published() {
        return processing()
                .edit()
                .state(PublicationState.PUBLISHED)
                .posted(new Posted(NOW, null, null))
                .done();
    }
}
