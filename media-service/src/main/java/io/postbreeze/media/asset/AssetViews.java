package io.postbreeze.media.asset;

import io.postbreeze.media.domain.Ownership;
import io.postbreeze.media.inspection.MediaFacts;
import io.postbreeze.media.inspection.RuleViolation;
import io.postbreeze.media.inspection.TikTokRules;
import io.postbreeze.media.store.MediaStore;
import io.postbreeze.media.store.SignedRequest;
import io.postbreeze.media.video.Posters;
import io.postbreeze.media.video.Repair;
import io.postbreeze.media.video.Repairs;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes answers of assets. */
@ApplicationScoped
class AssetViews {
    private final MediaConfig config;
    private final MediaStore store;
    private final Ownership ownership;
    private final Posters posters;
    private final Repairs repairs;

    AssetViews(MediaConfig config, MediaStore store, Ownership ownership, Posters posters, Repairs repairs) {
        this.config = config;
        this.store = store;
        this.ownership = ownership;
        this.posters = posters;
        this.repairs = repairs;
    }

    /** Whether TikTok fetches photos as they are made for it from our public URL. */
    Uni<Boolean> isBaseVerified(String workspaceId) {
        return ownership.isVerified(workspaceId, config.publicUrl() + "/renditions/");
    }

    AssetView of(MediaAsset asset) {
        Optional<Findings> found = asset.found();
        return new AssetView(
                asset.id,
                asset.workspaceId,
                asset.status.name(),
                found.map(findings -> findings.kind).orElse(asset.declaredKind).name(),
                asset.filename,
                contentType(asset),
                found.map(findings -> findings.sizeBytes).orElse(asset.declaredBytes),
                FactsView.of(asset),
                asset.progress().orElse(null),
                asset.rejection().orElse(null),
                violations(asset),
                asset.altText,
                asset.labels,
                asset.video()
                        .map(video -> posters.of(video, asset.posterState, config.publicUrl()))
                        .orElse(null),
                asset.storageKey,
                config.publicUrl() + "/" + asset.storageKey,
                asset.createdAt,
                asset.updatedAt);
    }

    /**
     * For another service, with a download URL if it can be used; may block to fetch credentials.
     *
     * @param baseVerified whether TikTok fetches from our public URL
     */
    ResolvedMedia resolved(MediaAsset asset, boolean baseVerified) {
        Optional<Findings> found = asset.found();
        Optional<SignedRequest> download =
                found.filter(Findings::isReadable).map(readable -> store.signDownload(asset.storageKey));
        return new ResolvedMedia(
                asset.id,
                resolvedStatus(asset.status),
                found.map(findings -> findings.kind).map(MediaKind::name).orElse(null),
                contentType(asset),
                found.map(findings -> findings.sizeBytes).orElse(null),
                found.map(findings -> findings.etag).orElse(null),
                FactsView.of(asset),
                asset.rejection().orElse(null),
                violations(asset, baseVerified),
                asset.needsRepair() && repairs.canBeHopedFor(asset.repairState),
                null,
                download.map(SignedRequest::url).orElse(null),
                download.map(SignedRequest::expiresAt).orElse(null));
    }

    /** Where the repairs stand that are needed; those that nobody has ordered are ordered now. */
    Uni<Map<String, Repair>> repairs(List<MediaAsset> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .filter(MediaAsset::needsRepair)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> repairs.of(row.video().orElseThrow()).map(repair -> Map.entry(row.id, repair)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** The same with the repaired file in place of the one that TikTok does not take. */
    ResolvedMedia resolved(MediaAsset asset, Repair repair) {
        ResolvedMedia original = resolved(asset, true);
        return switch (repair) {
            case Repair.Pending waiting -> original.withoutFile("PENDING", true, null);
            case Repair.Failed failure -> original.withoutFile("REPAIR_FAILED", false, failure.code());
            case Repair.Done done ->
                original.repaired(done, store.signDownload(done.object().key()));
        };
    }

    /** What others see: bytes that are not here yet, whatever way they come, and bytes that nobody can use. */
    private static String resolvedStatus(AssetStatus status) {
        return switch (status) {
            case PENDING, PROCESSING -> "NOT_UPLOADED";
            case REJECTED -> "REJECTED";
            case READY -> "READY";
        };
    }

    private static String contentType(MediaAsset asset) {
        return asset.found()
                .flatMap(Findings::facts)
                .map(MediaFacts::contentType)
                .orElse(asset.declaredType);
    }

    /** Photos are fetched by TikTok, videos are sent there. */
    private List<RuleViolation> violations(MediaAsset asset, boolean baseVerified) {
        boolean fetched = asset.found()
                .filter(found -> found.kind == MediaKind.PHOTO && found.isReadable())
                .isPresent();
        return baseVerified || !fetched
                ? violations(asset)
                : Stream.concat(violations(asset).stream(), Stream.of(unverified()))
                        .toList();
    }

    private RuleViolation unverified() {
        return new RuleViolation(
                "TT_DOMAIN_UNVERIFIED",
                "TikTok would fetch this photo from " + config.publicUrl().getHost()
                        + ", which is not known to be verified. Add it to the URL properties in TikTok's developer"
                        + " portal, then state it by POST /media/domains.");
    }

    private static List<RuleViolation> violations(MediaAsset asset) {
        return asset.found().map(AssetViews::violations).orElse(List.of());
    }

    private static List<RuleViolation> violations(Findings found) {
        return found.facts()
                .map(facts -> TikTokRules.check(facts, found.sizeBytes))
                .orElse(List.of());
    }
}
