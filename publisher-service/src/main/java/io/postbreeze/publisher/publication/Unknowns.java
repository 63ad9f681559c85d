package io.postbreeze.publisher.publication;

import io.postbreeze.publisher.publication.Traces.SeenPost;
import io.postbreeze.publisher.publication.Transition.Line;
import io.postbreeze.publisher.upload.ChunkPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settles what nobody knows, by the traces that a post leaves. Only one that can mean nothing else counts, and that
 * none is found proves nothing: then the user is the one who can tell.
 */
final class Unknowns {
    /** TikTok shows that many characters of a caption in its lists. */
    static final int SHOWN_CHARACTERS = 150;

    /** What TikTok's clock may be behind ours. */
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    /** An order for photos that TikTok took is carried out by then. */
    static final Duration CARRIED_OUT_WITHIN = Duration.ofDays(2);

    private static final Duration SEARCHED_FOR = Duration.ofDays(30);

    /** Ids of photo orders begin so; that of a video without bytes must never be taken for one. */
    private static final String PHOTO_ORDER = "p_";

    private Unknowns() {}

    /** Nobody knows; it is searched for from now on. */
    static Transition lost(Publication publication, Line line, Instant now) {
        return Transition.rest(
                publication
                        .edit()
                        .state(PublicationState.OUTCOME_UNKNOWN)
                        .tries(publication.tries().progressed())
                        .restsUntil(now.plus(Polling.UNKNOWN.after(0)), why(publication))
                        .done(),
                line);
    }

    static Transition search(Publication publication) {
        return Transition.goOn(
                publication, new Effect.Search(begunAt(publication).minus(CLOCKS_DIFFER)));
    }

    static Transition searched(Publication publication, Traces traces, Instant now) {
        String orderedAs = order(publication, traces);
        if (orderedAs != null) {
            return taken(publication, orderedAs);
        }
        SeenPost post = post(publication, traces);
        return post == null ? stillUnknown(publication, now) : found(publication, post, now);
    }

    /** Looks again later, until thirty days have passed. */
    static Transition stillUnknown(Publication publication, Instant now) {
        Tries polled = publication.tries().polled();
        Instant next = now.plus(Polling.UNKNOWN.after(polled.polls()));
        boolean over = next.isAfter(begunAt(publication).plus(SEARCHED_FOR));
        return Transition.quietly(publication
                .edit()
                .tries(polled)
                .restsUntil(over ? null : next, why(publication))
                .done());
    }

    /** TikTok told of an order that only this can be: from here on TikTok is asked about it as about any other. */
    private static Transition taken(Publication publication, String publishId) {
        // How many bytes TikTok fetched is not told, and nobody needs it any more.
        ChunkPlan whole = new ChunkPlan(1, 1, 1);
        Upload order = new Upload(publishId, null, begunAt(publication), whole, 1, null);
        return Transition.announced(
                publication
                        .edit()
                        .state(PublicationState.PROCESSING)
                        .tries(publication.tries().progressed())
                        .upload(order)
                        .works()
                        .done(),
                new Effect.AskStatus(publishId),
                Line.of("TikTok told that it took the order, as " + publishId));
    }

    private static Transition found(Publication publication, SeenPost post, Instant now) {
        return Transition.rest(
                publication
                        .edit()
                        .state(PublicationState.PUBLISHED)
                        .tries(publication.tries().progressed())
                        .posted(new Posted(now, post.externalPostId(), post.externalUrl()))
                        .restsUntil(null, null)
                        .done(),
                Line.of("Found in the account's list of posts"));
    }

    private static @Nullable String order(Publication publication, Traces traces) {
        List<String> orders = traces.strayIds().stream()
                .filter(id -> id.startsWith(PHOTO_ORDER))
                .toList();
        boolean isMeant = publication.upload() == null && orders.size() == 1 && !traces.strayRivals();
        return isMeant ? orders.getFirst() : null;
    }

    private static @Nullable SeenPost post(Publication publication, Traces traces) {
        if (traces.postRivals()) {
            return null;
        }
        List<String> texts = texts(publication);
        Instant latest = begunAt(publication).plus(CARRIED_OUT_WITHIN);
        List<SeenPost> matches = traces.posts().stream()
                .filter(post -> !post.createdAt().isAfter(latest))
                .filter(post -> Stream.of(post.title(), post.description())
                        .anyMatch(shown -> shown != null && texts.contains(shown(shown))))
                .toList();
        return matches.size() == 1 ? matches.getFirst() : null;
    }

    /** What TikTok may show of it; without a text nothing can be recognised. */
    private static List<String> texts(Publication publication) {
        Content content = publication.content();
        boolean isVideo = publication.kind() == MediaKind.VIDEO;
        String caption = isVideo ? content.caption() : PhotoOptions.withoutAddresses(content.caption());
        return Stream.of(caption, content.settings().photoTitle())
                .filter(Objects::nonNull)
                .map(Unknowns::shown)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String shown(String text) {
        String flat = text.strip().replaceAll("\\s+", " ");
        int cut = Math.min(SHOWN_CHARACTERS, flat.length());
        return flat.substring(0, cut).strip();
    }

    private static Instant begunAt(Publication publication) {
        Upload upload = publication.upload();
        if (upload != null) {
            return upload.openedAt();
        }
        return Objects.requireNonNullElse(publication.tries().begunAt(), publication.dueAt());
    }

    private static String why(Publication publication) {
        return publication.upload() == null
                ? "TikTok's answer was lost: the post may be there"
                : "TikTok has the file and does not tell what became of it: the post may be there";
    }
}
