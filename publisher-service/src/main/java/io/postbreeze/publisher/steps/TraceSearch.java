package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.publication.Fact;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.publication.Traces;
import io.postbreeze.publisher.publication.Traces.SeenPost;
import io.postbreeze.publisher.store.Siblings;
import io.postbreeze.publisher.store.Siblings.Claimants;
import io.postbreeze.tiktok.TikTokDisplay;
import io.postbreeze.tiktok.TikTokException;
import io.postbreeze.tiktok.VideoPage;
import io.postbreeze.tiktok.VideoStats;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for traces of a publication in what TikTok's webhooks told and in the account's public list. */
@ApplicationScoped
class TraceSearch {
    /** Four hundred posts since the outcome was lost: who is that busy is asked again before long anyway. */
    private static final int MOST_PAGES = 20;

    private final Preparation preparation;
    private final Siblings siblings;
    private final TikTokDisplay tiktok;

    TraceSearch(Preparation preparation, Siblings siblings, TikTokDisplay tiktok) {
        this.preparation = preparation;
        this.siblings = siblings;
        this.tiktok = tiktok;
    }

    /** The list comes first: a post that is listed has its row by the time the rows are read. */
    Uni<Fact> search(Publication publication, Instant since, Workbench bench) {
        return preparation
                .access(publication, bench)
                .chain(access -> pages(access, since))
                .chain(posts -> siblings.of(publication, since).map(others -> traces(others, posts)))
                .map(Fact.Searched::new);
    }

    private Uni<List<SeenPost>> pages(Access access, Instant since) {
        return page(access, since, null, List.of(), MOST_PAGES)
                // Without the permission there is still what the webhooks told.
                .onFailure(thrown -> thrown instanceof TikTokException.ScopeMissing)
                .recoverWithItem(List.of());
    }

    private Uni<List<SeenPost>> page(
            Access access, Instant since, @Nullable Long cursor, List<SeenPost> before, int left) {
        return tiktok.listVideos(access.token(), cursor).chain(page -> {
            List<SeenPost> seen = new ArrayList<>(before);
            page.videos().stream()
                    .map(TraceSearch::seen)
                    .filter(Objects::nonNull)
                    .filter(post -> !post.createdAt().isBefore(since))
                    .forEach(seen::add);
            return goesOn(page, since, left)
                    ? page(access, since, page.cursor(), seen, left - 1)
                    : Uni.createFrom().item(seen);
        });
    }

    private static boolean goesOn(VideoPage page, Instant since, int left) {
        boolean isOld = page.videos().stream()
                .map(VideoStats::createTime)
                .anyMatch(created -> created != null && created.isBefore(since));
        return left > 1 && page.hasMore() && page.cursor() != null && !isOld;
    }

    private static @Nullable SeenPost seen(VideoStats video) {
        Instant created = video.createTime();
        return created == null
                ? null
                : new SeenPost(video.id(), video.title(), video.description(), video.shareUrl(), created);
    }

    private static Traces traces(Claimants others, List<SeenPost> posts) {
        Set<String> known = others.knownPosts();
        return new Traces(
                others.strayIds(),
                others.strayRivals(),
                posts.stream()
                        .filter(post -> !known.contains(post.externalPostId()))
                        .toList(),
                others.postRivals());
    }
}
