package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.gate.Endpoint;
import io.postbreeze.publisher.gate.RateGates;
import io.postbreeze.publisher.metrics.PublisherMetrics;
import io.postbreeze.publisher.publication.CreatorFacts;
import io.postbreeze.publisher.publication.Fact;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.tiktok.CreatorInfo;
import io.postbreeze.tiktok.PrivacyLevel;
import io.postbreeze.tiktok.TikTokPublishing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Looks at everything that the decision to begin needs: media, token, and what TikTok lets the creator do now. */
@ApplicationScoped
class Preparation {
    /** TikTok takes nothing longer from anyone. */
    private static final Duration LONGEST_VIDEO = Duration.ofMinutes(10);

    /** How soon to look again at photos that are being prepared. */
    private static final Duration GLANCE = Duration.ofSeconds(2);

    private final MediaQuestion media;
    private final AccessTokens tokens;
    private final RateGates gates;
    private final PublisherMetrics metrics;
    private final TikTokPublishing tiktok;
    private final Clock clock;

    Preparation(
            MediaQuestion media,
            AccessTokens tokens,
            RateGates gates,
            PublisherMetrics metrics,
            TikTokPublishing tiktok,
            Clock clock) {
        this.media = media;
        this.tokens = tokens;
        this.gates = gates;
        this.metrics = metrics;
        this.tiktok = tiktok;
        this.clock = clock;
    }

    /** Takes the next place in the account's init window, be it in the future. */
    Uni<Fact> reserve(Publication publication) {
        return gates.hold(publication.key().accountId(), Endpoint.VIDEO_INIT, clock.instant())
                .invoke(place -> metrics.waits(Endpoint.VIDEO_INIT, clock.instant(), place))
                .map(Fact.PlaceGiven::new);
    }

    Uni<Fact> inspect(Publication publication, Workbench bench) {
        return media(publication, bench)
                .chain(found -> creator(publication, bench))
                .map(fact -> fact instanceof Fact.MustWait ? fact : inspected(bench))
                .onFailure(NotReadyException.class)
                .recoverWithItem(later ->
                        new Fact.MustWait(clock.instant().plus(GLANCE), ((NotReadyException) later).sentence()));
    }

    /** The media, looked up once per run. */
    Uni<StoredMedia> media(Publication publication, Workbench bench) {
        StoredMedia known = bench.media;
        return known != null
                ? Uni.createFrom().item(known)
                : media.of(publication).invoke(found -> bench.media = found);
    }

    /** The token, looked up once per run. */
    Uni<Access> access(Publication publication, Workbench bench) {
        Access known = bench.access;
        return known != null
                ? Uni.createFrom().item(known)
                : tokens.of(publication.key().accountId()).invoke(access -> bench.access = access);
    }

    private static Fact inspected(Workbench bench) {
        return new Fact.Inspected(Objects.requireNonNull(bench.media).facts(), Objects.requireNonNull(bench.creator));
    }

    private Uni<Fact> creator(Publication publication, Workbench bench) {
        CreatorFacts known = bench.creator;
        if (known != null) {
            return Uni.createFrom().item(inspected(bench));
        }
        Instant now = clock.instant();
        return gates.take(publication.key().accountId(), Endpoint.CREATOR_INFO, now)
                .invoke(place -> metrics.waits(Endpoint.CREATOR_INFO, now, place))
                .chain(place -> place.isAfter(now)
                        ? Uni.createFrom().item(new Fact.MustWait(place, "TikTok's limit on looking up the account"))
                        : askCreator(publication, bench));
    }

    private Uni<Fact> askCreator(Publication publication, Workbench bench) {
        return access(publication, bench)
                .chain(access -> tiktok.creatorInfo(access.token()))
                .invoke(info -> bench.creator = facts(info))
                .map(info -> inspected(bench));
    }

    private static CreatorFacts facts(CreatorInfo info) {
        Duration longest = info.maxVideoDuration();
        return new CreatorFacts(
                info.privacyLevels().stream().map(PrivacyLevel::name).toList(),
                info.commentDisabled(),
                info.duetDisabled(),
                info.stitchDisabled(),
                longest == null ? LONGEST_VIDEO : longest);
    }
}
