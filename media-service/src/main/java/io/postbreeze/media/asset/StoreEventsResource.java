package io.postbreeze.media.asset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.postbreeze.api.ApiException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Takes the store's notifications in the format that Amazon S3, MinIO and Ceph share, so that an upload is looked at as
 * soon as it is complete. They are hints: what counts is what the look at the store finds.
 */
@Path("/internal/v1/media/store-events")
@Tag(name = "Internal")
public class StoreEventsResource {
    private static final int MOST = 1_000;
    private static final Pattern UPLOAD = Pattern.compile("ws/([^/]+)/(med_[0-9A-Z]{26})/[^/]+");

    private final MediaAssets assets;
    private final ResolveMedia media;

    StoreEventsResource(MediaAssets assets, ResolveMedia media) {
        this.assets = assets;
        this.media = media;
    }

    /** Looks at the named files; a store that gets no 2xx tells again. */
    @POST
    @Operation(summary = "Notifications of the object store")
    public Uni<Void> take(@Nullable Notification notification) {
        List<Entry> entries = notification == null || notification.records() == null
                ? List.of()
                : notification.records().stream().filter(Objects::nonNull).toList();
        if (entries.size() > MOST) {
            throw new ApiException(400, "BAD_REQUEST", "A notification has at most " + MOST + " records.");
        }
        return Multi.createFrom()
                .items(entries.stream().flatMap(entry -> entry.asset().stream()).distinct())
                .onItem()
                .transformToUniAndConcatenate(this::look)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> look(MediaAssetKey key) {
        return assets.named(List.of(key.workspaceId()), List.of(key.id()))
                .flatMap(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : media.seen(rows.getFirst()).replaceWithVoid());
    }

    /** What the store says. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Notification(
            @JsonProperty("Records") @Nullable List<Entry> records) {}

    /** One event. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(
            @Nullable String eventName, @Nullable S3 s3) {
        /** The asset that something was stored for, if it is that and no other news. */
        Optional<MediaAssetKey> asset() {
            String key = s3 == null || s3.object() == null ? null : s3.object().key();
            if (key == null || eventName == null || !eventName.contains("ObjectCreated")) {
                return Optional.empty();
            }
            Matcher upload = UPLOAD.matcher(decoded(key));
            return upload.matches()
                    ? Optional.of(new MediaAssetKey(upload.group(1), upload.group(2)))
                    : Optional.empty();
        }

        /** Keys in notifications are encoded as in the query of a URL. */
        private static String decoded(String key) {
            try {
                return URLDecoder.decode(key, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException _) {
                return "";
            }
        }
    }

    /** Where it happened. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record S3(@Nullable StoredKey object) {}

    /** What it happened to. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record StoredKey(@Nullable String key) {}
}
