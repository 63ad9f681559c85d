package io.postbreeze.media.asset;

import io.postbreeze.events.MediaEvent;
import io.postbreeze.media.inspection.Rejection;
import io.postbreeze.media.video.Posters;
import io.postbreeze.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The assets' table. Every method opens and ends its own session; what it gives is detached. */
@ApplicationScoped
class MediaAssets implements PanacheRepositoryBase<MediaAsset, MediaAssetKey> {
    private static final int GIVEN_UP_AT_ONCE = 100;
    private static final String NAMED = "workspaceId in ?1 and id in ?2 order by id";

    private final Outbox outbox;
    private final Posters posters;

    MediaAssets(Outbox outbox, Posters posters) {
        this.outbox = outbox;
        this.posters = posters;
    }

    Uni<MediaAsset> add(MediaAsset asset) {
        return Panache.withTransaction(() -> persist(asset));
    }

    /** The assets of these names in these workspaces, those that exist. */
    Uni<List<MediaAsset>> named(Collection<String> workspaceIds, Collection<String> ids) {
        return Panache.withSession(() -> list(NAMED, workspaceIds, ids));
    }

    /** The assets of a page, and the next one if there is one. */
    Uni<List<MediaAsset>> page(MediaQuery query) {
        StringBuilder wanted = new StringBuilder("workspaceId in :workspaces");
        Parameters values = Parameters.with("workspaces", query.workspaceIds());
        if (query.kind() != null) {
            wanted.append(" and coalesce(findings.kind, declaredKind) = :kind");
            values.and("kind", query.kind());
        }
        if (query.status() != null) {
            wanted.append(" and status = :status");
            values.and("status", query.status());
        }
        if (query.before() != null) {
            wanted.append(" and id < :before");
            values.and("before", query.before());
        }
        return Panache.withSession(() -> find(wanted + " order by id desc", values)
                .range(0, query.most())
                .list());
    }

    /**
     * Writes what a look at the store showed, where that is still news, and tells of it.
     *
     * @param examinations by asset id
     * @return the assets as they are now
     */
    Uni<List<MediaAsset>> record(String workspaceId, Map<String, Examination> examinations, Instant now) {
        return Panache.withTransaction(() -> list(NAMED, List.of(workspaceId), examinations.keySet())
                        .call(rows -> record(rows, row -> Objects.requireNonNull(examinations.get(row.id)), now))
                        .call(this::orderPosters))
                .invoke(outbox::wake);
    }

    /** Has the posters made that nobody has ordered yet. */
    Uni<Void> withPosters(List<MediaAsset> rows) {
        return rows.stream().anyMatch(MediaAsset::lacksPoster)
                ? Panache.withTransaction(() -> orderPosters(rows))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> orderPosters(List<MediaAsset> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .filter(MediaAsset::lacksPoster)
                .onItem()
                .transformToUniAndConcatenate(row -> posters.order(row.video().orElseThrow()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> record(List<MediaAsset> rows, Function<MediaAsset, Examination> examinations, Instant now) {
        List<MediaEvent> events = new ArrayList<>();
        for (MediaAsset row : rows) {
            Examination examination = examinations.apply(row);
            if (row.isNews(examination)) {
                row.record(examination, now);
                MediaNews.of(row, now).ifPresent(events::add);
            }
        }
        return Panache.getSession().chain(session -> outbox.append(session, events));
    }

    /** Gives up fetches that should have ended, some at a time; how many. */
    Uni<Integer> giveUpFetches(Rejection reason, Instant now) {
        return Panache.withTransaction(() -> find("status = ?1 and fetchUntil < ?2", AssetStatus.FETCHING, now)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .page(0, GIVEN_UP_AT_ONCE)
                        .list()
                        .call(rows -> record(rows, row -> new Examination.NotFetched(reason), now)))
                .invoke(outbox::wake)
                .map(List::size);
    }
}
