package io.postbreeze.postapi.workspace;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.postbreeze.api.Violation;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Workspaces in the database. */
@ApplicationScoped
class Workspaces {
    private static final String INSERT = """
            insert into workspaces (id, name, slug, timezone, time_format, owner_user_id, created_at, updated_at)
            select ?1, ?2, ?3, ?4, ?5, owner_user_id, ?6, ?6 from workspaces where id = ?7
            on conflict (slug) do nothing""";

    private final Clock clock;

    Workspaces(Clock clock) {
        this.clock = clock;
    }

    /** Those of some ids, oldest first. */
    Uni<List<Workspace>> of(List<String> ids) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery(
                                "from Workspace where id in ?1 order by createdAt, id", Workspace.class)
                        .setParameter(1, ids)
                        .getResultList()));
    }

    /**
     * Makes a workspace for the owner of another one; fails with 409 when its slug is taken. A slug that nobody asked
     * for gives way to one that is free.
     */
    Uni<Workspace> create(NewWorkspace wanted, String neighbourId) {
        String id = PrefixedIds.next("ws");
        String slug = wanted.slug() == null ? Slug.of(wanted.name()) : wanted.slug();
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> insert(session, wanted, id, slug, neighbourId)
                        .chain(rows ->
                                rows == 1 ? Uni.createFrom().voidItem() : taken(session, wanted, id, slug, neighbourId))
                        .chain(() -> session.find(Workspace.class, id))));
    }

    private Uni<Void> taken(Mutiny.Session session, NewWorkspace wanted, String id, String slug, String neighbourId) {
        if (wanted.slug() != null) {
            String message = "The slug " + slug + " is taken; choose another or leave it out.";
            throw new ApiException(409, "SLUG_TAKEN", message, List.of(new Violation("slug", "SLUG_TAKEN", message)));
        }
        return insert(session, wanted, id, Slug.of(wanted.name(), id), neighbourId)
                .replaceWithVoid();
    }

    private Uni<Integer> insert(
            Mutiny.Session session, NewWorkspace wanted, String id, String slug, String neighbourId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return session.createNativeQuery(INSERT)
                .setParameter(1, id)
                .setParameter(2, wanted.name())
                .setParameter(3, slug)
                .setParameter(4, wanted.timezone())
                .setParameter(5, wanted.timeFormat().name())
                .setParameter(6, now)
                .setParameter(7, neighbourId)
                .executeUpdate();
    }
}
