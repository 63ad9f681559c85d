package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import io.postbreeze.media.store.StoreUnavailableException;
import io.postbreeze.media.video.Repair;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells what assets are, looking at the store first. No transaction is open meanwhile; two looks at the same asset do
 * the same work twice and write the same.
 */
@ApplicationScoped
public class ResolveMedia {
    private static final Logger LOGGER = Logger.getLogger(ResolveMedia.class);

    private final MediaAssets assets;
    private final UploadExamination examination;
    private final AssetViews views;
    private final MediaMetrics metrics;
    private final MediaConfig config;
    private final Clock clock;
    private final Vertx vertx;

    ResolveMedia(
            MediaAssets assets,
            UploadExamination examination,
            AssetViews views,
            MediaMetrics metrics,
            MediaConfig config,
            Clock clock,
            Vertx vertx) {
        this.assets = assets;
        this.examination = examination;
        this.views = views;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** For another service: one answer per id, in the order of the ids. */
    Uni<List<ResolvedMedia>> resolve(ResolveRequest request) {
        String workspaceId = request.checkedWorkspace();
        List<String> ids = request.checkedIds();
        Uni<List<MediaAsset>> asked = request.wantsEvenDeleted()
                ? assets.evenDeleted(List.of(workspaceId), ids)
                : assets.named(List.of(workspaceId), ids);
        return asked.flatMap(this::upToDate)
                .flatMap(rows -> views.isBaseVerified(workspaceId)
                        .flatMap(verified -> mended(rows, request.wantsRepaired())
                                .flatMap(mended ->
                                        vertx.executeBlocking(() -> inOrder(ids, rows, mended, verified), false))));
    }

    private Uni<Map<String, Repair>> mended(List<MediaAsset> rows, boolean repaired) {
        return repaired ? views.repairs(rows) : Uni.createFrom().item(Map.of());
    }

    /** The files of photos, or why there are none; one answer per id, in the order of the ids. */
    public Uni<List<PhotoFile>> photos(String workspaceId, List<String> ids) {
        return assets.evenDeleted(List.of(workspaceId), ids)
                .flatMap(this::upToDate)
                .map(rows -> {
                    Map<String, MediaAsset> byId = byId(rows);
                    return ids.stream()
                            .map(id -> PhotoFile.of(id, byId.get(id)))
                            .toList();
                });
    }

    /** For the owner; fails with 404 when none of the workspaces has the asset. */
    Uni<AssetView> show(List<String> workspaceIds, String id) {
        return assets.one(workspaceIds, id)
                .flatMap(asset -> upToDate(List.of(asset)))
                .call(assets::withPosters)
                .map(rows -> views.of(rows.getFirst()));
    }

    /** Looks at the store for one asset, which is then as it is there. */
    Uni<MediaAsset> seen(MediaAsset asset) {
        return upToDate(List.of(asset)).map(List::getFirst);
    }

    /** Looks at the store for assets of one workspace and writes down what changed. */
    private Uni<List<MediaAsset>> upToDate(List<MediaAsset> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(rows);
        }
        return Uni.join()
                .all(rows.stream().map(this::examine).toList())
                .usingConcurrencyOf(config.inspectionsAtOnce())
                .andFailFast()
                .onFailure(StoreUnavailableException.class)
                .transform(this::unavailable)
                .flatMap(examinations -> write(rows, examinations));
    }

    private Uni<Examination> examine(MediaAsset asset) {
        return vertx.executeBlocking(() -> examination.examine(asset), false);
    }

    private Uni<List<MediaAsset>> write(List<MediaAsset> rows, List<Examination> examinations) {
        Map<String, Examination> news = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).isNews(examinations.get(i))) {
                news.put(rows.get(i).id, examinations.get(i));
            }
        }
        if (news.isEmpty()) {
            return Uni.createFrom().item(rows);
        }
        return assets.record(rows.getFirst().workspaceId, news, clock.instant()).map(written -> merged(rows, written));
    }

    private static List<MediaAsset> merged(List<MediaAsset> before, List<MediaAsset> written) {
        Map<String, MediaAsset> byId = byId(written);
        return before.stream().map(row -> byId.getOrDefault(row.id, row)).toList();
    }

    private List<ResolvedMedia> inOrder(
            List<String> ids, List<MediaAsset> rows, Map<String, Repair> mended, boolean baseVerified) {
        Map<String, MediaAsset> byId = byId(rows);
        return ids.stream()
                .map(id -> byId.containsKey(id)
                        ? resolved(byId.get(id), mended.get(id), baseVerified)
                        : ResolvedMedia.notFound(id))
                .toList();
    }

    private ResolvedMedia resolved(MediaAsset asset, @Nullable Repair repair, boolean baseVerified) {
        return repair == null ? views.resolved(asset, baseVerified) : views.resolved(asset, repair);
    }

    private static Map<String, MediaAsset> byId(List<MediaAsset> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
    }

    /** The answer when the store gives none. */
    Throwable unavailable(Throwable failure) {
        Throwable reason = failure.getCause() == null ? failure : failure.getCause();
        LOGGER.warnf("The object store could not be asked: %s", reason);
        metrics.storeFailed();
        return new ApiException(503, "STORE_UNAVAILABLE", "The media store cannot be asked right now; try again.");
    }
}
