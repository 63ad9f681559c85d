package io.postbreeze.postapi.post;

import io.postbreeze.postapi.post.PostCursor.Half;
import io.postbreeze.postapi.post.status.PostStatus;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Lists posts page by page: what is to come, soonest first, then everything else, newest first. */
@ApplicationScoped
class ListPosts {
    private static final String SHOWN = "workspaceId in :workspaces and deletedAt is null";

    private final Posts posts;

    ListPosts(Posts posts) {
        this.posts = posts;
    }

    /**
     * One page.
     *
     * @param after where the page before ended, null for the first page
     * @param limit how many posts at most
     */
    Uni<Page> page(Collection<String> workspaceIds, PostFilter filter, @Nullable PostCursor after, int limit) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> rows(new Search(session, workspaceIds, filter), after, limit + 1))
                .chain(rows -> {
                    List<Post> shown = rows.subList(0, Math.min(rows.size(), limit));
                    PostCursor next = rows.size() > limit ? cursor(shown.getLast()) : null;
                    return views(shown).map(views -> new Page(views, next));
                }));
    }

    private static Uni<List<Post>> rows(Search search, @Nullable PostCursor after, int most) {
        boolean startsWithRest = after != null && after.half() == Half.REST;
        Uni<List<Post>> upcoming = startsWithRest ? Uni.createFrom().item(List.of()) : search.upcoming(after, most);
        return upcoming.chain(first -> first.size() == most
                ? Uni.createFrom().item(first)
                : search.rest(startsWithRest ? after : null, most - first.size())
                        .map(rest -> joined(first, rest)));
    }

    private static List<Post> joined(List<Post> first, List<Post> rest) {
        List<Post> all = new ArrayList<>(first);
        all.addAll(rest);
        return all;
    }

    private static PostCursor cursor(Post last) {
        return last.status == PostStatus.SCHEDULED && last.scheduledAt != null
                ? new PostCursor(Half.UPCOMING, last.scheduledAt, last.id)
                : new PostCursor(Half.REST, last.createdAt, last.id);
    }

    private Uni<List<PostView>> views(List<Post> shown) {
        return posts.targetsOf(shown.stream().map(post -> post.id).toList()).map(targets -> {
            Map<String, List<PostTarget>> byPost =
                    targets.stream().collect(Collectors.groupingBy(target -> target.postId));
            return shown.stream()
                    .map(post -> PostView.of(post, byPost.getOrDefault(post.id, List.of())))
                    .toList();
        });
    }

    /**
     * A page.
     *
     * @param posts its posts
     * @param next where the next one begins, null for the last page
     */
    record Page(List<PostView> posts, @Nullable PostCursor next) {}

    private record Search(Mutiny.Session session, Collection<String> workspaceIds, PostFilter filter) {
        Uni<List<Post>> upcoming(@Nullable PostCursor after, int most) {
            if (!filter.shows(PostStatus.SCHEDULED)) {
                return Uni.createFrom().item(List.of());
            }
            String from = after == null ? "" : " and (scheduledAt, id) > (:at, :id)";
            Mutiny.SelectionQuery<Post> query = session.createQuery(
                    "from Post p where " + SHOWN + " and status = SCHEDULED" + filtered() + from
                            + " order by scheduledAt, id",
                    Post.class);
            return run(query, after, most);
        }

        Uni<List<Post>> rest(@Nullable PostCursor after, int most) {
            String from = after == null ? "" : " and (createdAt, id) < (:at, :id)";
            String statuses = filter.statuses().isEmpty() ? "" : " and status in :statuses";
            Mutiny.SelectionQuery<Post> query = session.createQuery(
                    "from Post p where " + SHOWN + " and status <> SCHEDULED" + statuses + filtered() + from
                            + " order by createdAt desc, id desc",
                    Post.class);
            return run(statuses.isEmpty() ? query : query.setParameter("statuses", filter.statuses()), after, most);
        }

        private String filtered() {
            return (filter.from() == null ? "" : " and coalesce(scheduledAt, draftScheduledAt) >= :from")
                    + (filter.to() == null ? "" : " and coalesce(scheduledAt, draftScheduledAt) < :to")
                    + (filter.accountId() == null
                            ? ""
                            : " and exists (select 1 from PostTarget t where t.postId = p.id"
                                    + " and t.socialAccountId = :account)");
        }

        private Uni<List<Post>> run(Mutiny.SelectionQuery<Post> query, @Nullable PostCursor after, int most) {
            query.setParameter("workspaces", workspaceIds).setMaxResults(most);
            if (after != null) {
                query.setParameter("at", after.at()).setParameter("id", after.id());
            }
            if (filter.from() != null) {
                query.setParameter("from", filter.from());
            }
            if (filter.to() != null) {
                query.setParameter("to", filter.to());
            }
            if (filter.accountId() != null) {
                query.setParameter("account", filter.accountId());
            }
            return query.getResultList();
        }
    }
}
