package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.config.PublisherConfig;
import io.postbreeze.publisher.gate.Endpoint;
import io.postbreeze.publisher.gate.RateGates;
import io.postbreeze.publisher.metrics.PublisherMetrics;
import io.postbreeze.publisher.publication.Fact;
import io.postbreeze.publisher.publication.MediaKind;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.tiktok.PublishStatus;
import io.postbreeze.tiktok.TikTokPublishing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks TikTok where a publication stands, within the account's limit. */
@ApplicationScoped
class StatusQuestion {
    private final Preparation preparation;
    private final RateGates gates;
    private final PublisherMetrics metrics;
    private final TikTokPublishing tiktok;
    private final Clock clock;
    private final URI web;

    StatusQuestion(
            Preparation preparation,
            RateGates gates,
            PublisherMetrics metrics,
            TikTokPublishing tiktok,
            Clock clock,
            PublisherConfig config) {
        this.preparation = preparation;
        this.gates = gates;
        this.metrics = metrics;
        this.tiktok = tiktok;
        this.clock = clock;
        this.web = config.webUrl();
    }

    Uni<Fact> ask(Publication publication, String publishId, Workbench bench) {
        Instant now = clock.instant();
        return gates.take(publication.key().accountId(), Endpoint.STATUS, now)
                .invoke(place -> metrics.waits(Endpoint.STATUS, now, place))
                .chain(place -> place.isAfter(now)
                        ? Uni.createFrom().item(new Fact.MustWait(place, "TikTok's limit on asking for the status"))
                        : fetch(publication, publishId, bench));
    }

    private Uni<Fact> fetch(Publication publication, String publishId, Workbench bench) {
        return preparation
                .access(publication, bench)
                .chain(access -> tiktok.status(access.token(), publishId)
                        .map(status -> seen(publication, status, access.username())));
    }

    private Fact seen(Publication publication, PublishStatus status, @Nullable String username) {
        String postId =
                status.publicPostIds().isEmpty() ? null : status.publicPostIds().getFirst();
        return new Fact.StatusSeen(
                verdict(status.state()),
                status.uploadedBytes(),
                postId,
                postId == null || username == null ? null : address(publication, username, postId),
                status.failReason());
    }

    private String address(Publication publication, String username, String postId) {
        String kind = publication.kind() == MediaKind.PHOTO ? "/photo/" : "/video/";
        return web + "/@" + username + kind + postId;
    }

    private static Fact.Verdict verdict(PublishStatus.State state) {
        return switch (state) {
            case PROCESSING_UPLOAD -> Fact.Verdict.UPLOADING;
            // A word we do not know is no verdict: ask again.
            case PROCESSING_DOWNLOAD, UNKNOWN -> Fact.Verdict.PROCESSING;
            case SEND_TO_USER_INBOX -> Fact.Verdict.DELIVERED;
            case PUBLISH_COMPLETE -> Fact.Verdict.COMPLETE;
            case FAILED -> Fact.Verdict.FAILED;
        };
    }
}
