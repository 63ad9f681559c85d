package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.postapi.post.validation.Broken;
import io.postbreeze.postapi.post.validation.MediaItem;
import io.postbreeze.postapi.post.validation.PostRequest;
import io.postbreeze.postapi.post.validation.PostRule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has the files of {@code mediaItems} fetched; they are then the first of the post's media. */
@ApplicationScoped
class MediaItems {
    private static final Logger LOGGER = Logger.getLogger(MediaItems.class);
    /** What media-service keeps of an alternative text; the post keeps all of it. */
    private static final int LONGEST_ALT_TEXT = 1_000;

    private final MediaItemsClient media;

    MediaItems(@RestClient MediaItemsClient media) {
        this.media = media;
    }

    /** The request with its files in the library; fails with 503 when nobody can be asked to fetch them. */
    Uni<Outcome> fetch(PostRequest request, String workspaceId) {
        if (request.mediaItems().isEmpty()) {
            return Uni.createFrom().item(new Outcome(request, List.of()));
        }
        List<MediaItemsClient.Item> items =
                request.mediaItems().stream().map(MediaItems::item).toList();
        return media.ingest(new MediaItemsClient.Order(workspaceId, items))
                .onFailure()
                .transform(MediaItems::unavailable)
                .map(answer -> outcome(request, answer.media()));
    }

    private static MediaItemsClient.Item item(MediaItem item) {
        String altText = item.altText();
        boolean fits = altText != null && altText.length() <= LONGEST_ALT_TEXT;
        return new MediaItemsClient.Item(item.url(), item.type(), fits ? altText : null);
    }

    private static Outcome outcome(PostRequest request, List<MediaItemsClient.Fetched> fetched) {
        if (fetched.size() != request.mediaItems().size()) {
            throw unavailable(new IllegalStateException("It answered for " + fetched.size() + " files"));
        }
        List<Broken> broken = IntStream.range(0, fetched.size())
                .mapToObj(index -> broken(request.mediaItems().get(index), fetched.get(index)))
                .flatMap(List::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        if (broken.isEmpty()) {
            return new Outcome(withFiles(request, fetched), List.of());
        }
        Broken first = broken.getFirst();
        broken.set(0, new Broken(first.path(), first.rule(), first.message() + library(request, fetched)));
        return new Outcome(request, broken);
    }

    private static List<Broken> broken(MediaItem item, MediaItemsClient.Fetched fetched) {
        String path = item.path() + ".url";
        if (fetched.status().equals("READY")) {
            return List.of();
        }
        if (fetched.status().equals("PROCESSING")) {
            return List.of(new Broken(
                    path,
                    PostRule.MEDIA_STILL_FETCHING,
                    "The file is still being fetched, as " + fetched.mediaId() + "."));
        }
        MediaClient.Finding why = fetched.rejection();
        return List.of(
                why == null
                        ? new Broken(path, PostRule.MEDIA_REJECTED, "The file cannot be used.")
                        : new Broken(path, MediaLookup.rule(why.code()), why.message()));
    }

    /** What was fetched need not be fetched again. */
    private static String library(PostRequest request, List<MediaItemsClient.Fetched> fetched) {
        String known = IntStream.range(0, fetched.size())
                .filter(index -> fetched.get(index).status().equals("READY"))
                .mapToObj(index -> request.mediaItems().get(index).path() + " is "
                        + fetched.get(index).mediaId())
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "" : " Already in the library: " + known + "; name them in mediaIds.";
    }

    private static PostRequest withFiles(PostRequest request, List<MediaItemsClient.Fetched> fetched) {
        Map<String, String> altTexts = new HashMap<>(request.mediaAltText());
        List<String> ids = new ArrayList<>();
        for (int index = 0; index < fetched.size(); index++) {
            String id = fetched.get(index).mediaId();
            String altText = request.mediaItems().get(index).altText();
            ids.add(id);
            if (altText != null) {
                altTexts.put(id, altText);
            }
        }
        return request.withFetched(ids, altTexts);
    }

    /** The same with the path that the user wrote: the ids of fetched files are none that the user knows. */
    static Broken asSent(Broken told, int fetched) {
        String place = indexed(told.path());
        if (fetched == 0 || place == null) {
            return told;
        }
        int index = Integer.parseInt(place);
        String path = index < fetched ? "mediaItems[" + index + "].url" : "mediaIds[" + (index - fetched) + "]";
        return new Broken(path, told.rule(), told.message());
    }

    private static @Nullable String indexed(String path) {
        String start = "mediaIds[";
        return path.startsWith(start) && path.endsWith("]") ? path.substring(start.length(), path.length() - 1) : null;
    }

    private static ApiException unavailable(Throwable failure) {
        LOGGER.warnf("media-service did not fetch files: %s", failure.toString());
        return new ApiException(
                503,
                "MEDIA_SERVICE_UNAVAILABLE",
                "The files cannot be fetched right now; no post was stored. Try again.");
    }

    /**
     * What became of the files.
     *
     * @param request the request, with the files' ids first among its media; as it was when anything is broken
     * @param broken every file that cannot be used, or not yet
     */
    record Outcome(PostRequest request, List<Broken> broken) {}
}
