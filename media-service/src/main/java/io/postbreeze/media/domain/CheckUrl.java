package io.postbreeze.media.domain;

import io.postbreeze.api.ApiException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Explains what TikTok would make of a URL; some at a time per workspace, so that nobody borrows us for a scan. */
@ApplicationScoped
class CheckUrl {
    private final Ownership ownership;
    private final UrlProbe probe;
    private final int most;
    private final Map<String, Integer> running = new ConcurrentHashMap<>();

    CheckUrl(Ownership ownership, UrlProbe probe, DomainConfig config) {
        this.ownership = ownership;
        this.probe = probe;
        this.most = config.checksAtOnce();
    }

    /** Fails with 429 while the workspace has others running. */
    Uni<DomainCheck> check(String workspaceId, String url) {
        return Uni.createFrom().deferred(() -> {
            begin(workspaceId);
            return judged(workspaceId, url).eventually(() -> end(workspaceId));
        });
    }

    private Uni<DomainCheck> judged(String workspaceId, String url) {
        try {
            PullUrl fit = PullUrl.parse(url);
            return ownership.by(workspaceId, fit).flatMap(entry -> probed(url, null, entry));
        } catch (UnfitUrlException e) {
            return probed(url, e.reason(), Optional.empty());
        }
    }

    private Uni<DomainCheck> probed(String url, @Nullable Reason unfit, Optional<PropertyEntry> entry) {
        return Uni.createFrom()
                .completionStage(() -> probe.follow(url).toCompletionStage())
                .map(journey -> Judgement.of(url, unfit, entry.orElse(null), journey));
    }

    private void begin(String workspaceId) {
        if (running.merge(workspaceId, 1, Integer::sum) > most) {
            end(workspaceId);
            throw new ApiException(
                    429,
                    "TOO_MANY_CHECKS",
                    "Other URLs of this workspace are being checked; send this one after them.");
        }
    }

    private void end(String workspaceId) {
        running.computeIfPresent(workspaceId, (id, count) -> count == 1 ? null : count - 1);
    }
}
