package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The assets' table. Every method opens and ends its own session; what it gives is detached. */
@ApplicationScoped
class MediaAssets implements PanacheRepositoryBase<MediaAsset, MediaAssetKey> {
    private static final int GIVEN_UP_AT_ONCE = 100;
    private static final String EVEN_DELETED = "workspaceId in ?1 and id in ?2 order by id";
    private static final String NAMED = "workspaceId in ?1 and id in ?2 and deletedAt is null order by id";

    private final Outbox outbox;
    private final Posters posters;
    private final StorageQuota quota;
    private final LibraryConfig config;

    MediaAssets(Outbox outbox, Posters posters, StorageQuota quota, LibraryConfig config) {
        this.outbox = outbox;
        this.posters = posters;
        this.quota = quota;
        this.config = config;
    }

    /** Fails with 403 when there is no room for what is announced. */
    Uni<Void> add(MediaAsset asset) {
        return addAll(asset.workspaceId, List.of(asset), () -> Uni.createFrom().voidItem());
    }

    /** The same for several of one workspace, and for what else must be written together with them. */
    Uni<Void> addAll(String workspaceId, List<MediaAsset> added, Supplier<Uni<? extends Void>> withThem) {
        added.forEach(asset -> asset.sweepAt = asset.createdAt.plus(config.unfinishedAfter()));
        long announced = added.stream()
                .mapToLong(asset -> asset.declaredBytes == null ? 0 : asset.declaredBytes)
                .sum();
        return quota.require(workspaceId, announced)
                .chain(() -> Panache.withTransaction(
                        () -> persist(added).chain(Panache::flush).chain(withThem)));
    }

    /** An asset of these workspaces; fails with 404 when none of them has it. */
    Uni<MediaAsset> one(Collection<String> workspaceIds, String id) {
        return named(workspaceIds, List.of(id)).map(MediaAssets::required);
    }

    /** Changes an asset of these workspaces; fails with 404 when none of them has it. */
    Uni<MediaAsset> change(Collection<String> workspaceIds, String id, Consumer<MediaAsset> change) {
        return Panache.withTransaction(() -> find(NAMED, workspaceIds, List.of(id))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(MediaAssets::required)
                .invoke(change));
    }

    private static MediaAsset required(List<MediaAsset> rows) {
        if (rows.isEmpty()) {
            throw ApiException.notFound("media asset");
        }
        return rows.getFirst();
    }

    /** Drops the row of an asset of which nothing is stored. */
    Uni<Void> forget(String workspaceId, String id) {
        return Panache.withTransaction(() -> deleteById(new MediaAssetKey(workspaceId, id)))
                .replaceWithVoid();
    }

    /** The same as {@link #named}, and those that were taken away but have their bytes. */
    Uni<List<MediaAsset>> evenDeleted(Collection<String> workspaceIds, Collection<String> ids) {
        return Panache.withSession(() -> list(EVEN_DELETED, workspaceIds, ids));
    }

    /** The assets of these names in these workspaces, those that exist. */
    Uni<List<MediaAsset>> named(Collection<String> workspaceIds, Collection<String> ids) {
        return Panache.withSession(() -> list(NAMED, workspaceIds, ids));
    }

    /** The assets of a page, and the next one if there is one. */
    Uni<List<MediaAsset>> page(MediaQuery query) {
        StringBuilder wanted = new StringBuilder("workspaceId in :workspaces and deletedAt is null");
        Parameters values = Parameters.with("workspaces", query.workspaceIds());
        if (query.kind() != null) {
            wanted.append(" and coalesce(findings.kind, declaredKind) = :kind");
            values.and("kind", query.kind());
        }
        if (query.status() != null) {
            wanted.append(" and status = :status");
            values.and("status", query.status());
        }
        if (query.label() != null) {
            wanted.append(" and array_contains(labels, :label)");
            values.and("label", query.label());
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
        return Panache.withTransaction(() -> list(EVEN_DELETED, List.of(workspaceId), examinations.keySet())
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
        return Panache.withTransaction(() -> find("status = ?1 and fetchUntil < ?2", AssetStatus.PROCESSING, now)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .page(0, GIVEN_UP_AT_ONCE)
                        .list()
                        .call(rows -> record(rows, row -> new Examination.NotFetched(reason), now)))
                .invoke(outbox::wake)
                .map(List::size);
    }
}
