package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.postapi.post.validation.MediaFacts;
import io.postbreeze.postapi.post.validation.PostRule;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks media-service what the files of a request are. */
@ApplicationScoped
class MediaLookup {
    private static final Logger LOGGER = Logger.getLogger(MediaLookup.class);
    /** As many as media-service answers for in one question. */
    private static final int BATCH = 36;

    private static final Map<String, PostRule> RULES =
            Arrays.stream(PostRule.values()).collect(Collectors.toMap(PostRule::name, Function.identity()));

    private final MediaClient media;

    MediaLookup(@RestClient MediaClient media) {
        this.media = media;
    }

    /**
     * Facts by id; fails with 503 when they cannot be had, because accepting unseen files would be a promise blindly
     * made.
     *
     * @param repaired whether the repair of videos that TikTok does not take begins now
     */
    Uni<Map<String, MediaFacts>> facts(String workspaceId, Collection<String> ids, boolean repaired) {
        return Multi.createFrom()
                .iterable(ids)
                .group()
                .intoLists()
                .of(BATCH)
                .onItem()
                .transformToUniAndConcatenate(
                        asked -> media.resolve(new MediaClient.Question(workspaceId, asked, repaired)))
                .onItem()
                .transformToIterable(MediaClient.Answer::media)
                .collect()
                .asMap(MediaClient.Resolved::mediaId, MediaLookup::facts)
                .onFailure()
                .transform(MediaLookup::unavailable);
    }

    private static MediaFacts facts(MediaClient.Resolved resolved) {
        return new MediaFacts(
                state(resolved.status()),
                resolved.kind() == null ? null : MediaFacts.Kind.valueOf(resolved.kind()),
                resolved.durationMs(),
                resolved.rejection() == null ? null : resolved.rejection().message(),
                findings(resolved.violations()),
                Boolean.TRUE.equals(resolved.repairable()));
    }

    /** Whether a file is repaired is another question than whether it is there. */
    private static MediaFacts.State state(String status) {
        return switch (status) {
            case "PENDING", "REPAIR_FAILED" -> MediaFacts.State.READY;
            default -> MediaFacts.State.valueOf(status);
        };
    }

    private static List<MediaFacts.Finding> findings(@Nullable List<MediaClient.Finding> found) {
        return found == null
                ? List.of()
                : found.stream()
                        .map(finding -> new MediaFacts.Finding(rule(finding.code()), finding.message()))
                        .toList();
    }

    /** A rule that media-service knows and we do not yet is a file we cannot take. */
    static PostRule rule(String code) {
        return RULES.getOrDefault(code, PostRule.MEDIA_REJECTED);
    }

    private static ApiException unavailable(Throwable failure) {
        LOGGER.warnf("media-service did not say what the files are: %s", failure.toString());
        return new ApiException(
                503,
                "MEDIA_SERVICE_UNAVAILABLE",
                "The files cannot be checked right now; nothing was stored. Try again.");
    }
}
