package io.postbreeze.postapi.apikey;

import io.postbreeze.api.ApiKey;
import io.postbreeze.api.ApiKeyAuthenticator;
import io.postbreeze.api.RateLimit;
import io.postbreeze.postapi.ratelimit.Marks;
import io.postbreeze.postapi.ratelimit.RateLimits;
import io.postbreeze.postapi.ratelimit.RateWindow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keys as the database has them. Every request reads its key there, so that a revoked one is refused at once; the same
 * statement counts the request, so that all replicas share one count and it costs no further round trip.
 */
@ApplicationScoped
class StoredApiKeys implements ApiKeyAuthenticator {
    private final Pool pool;
    private final Clock clock;
    private final RateLimits limits;
    private final Refusals refusals = new Refusals();

    StoredApiKeys(Pool pool, Clock clock, RateLimitConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.limits = new RateLimits(
                new RateWindow(config.burstRequests(), config.burstWindow()),
                new RateWindow(config.sustainedRequests(), config.sustainedWindow()));
    }

    @Override
    public Uni<Optional<ApiKey>> authenticate(String sha256) {
        Instant now = clock.instant();
        Optional<ApiKey> refused = refusals.of(sha256, now);
        return refused.isPresent() ? Uni.createFrom().item(refused) : counted(sha256, now);
    }

    private Uni<Optional<ApiKey>> counted(String sha256, Instant now) {
        Tuple parameters = Tuple.of(
                sha256,
                now.atOffset(ZoneOffset.UTC),
                Math.toIntExact(limits.burst().requests()),
                Math.toIntExact(limits.sustained().requests()),
                limits.burst().grain(now),
                limits.sustained().grain(now));
        return pool.preparedQuery(CountedKeySql.TEXT)
                .execute(parameters)
                .map(rows -> key(rows, now))
                .invoke(found -> found.ifPresent(key -> refusals.note(sha256, key, now)));
    }

    /** The limits of keys that have none of their own. */
    RateLimits limits() {
        return limits;
    }

    private Optional<ApiKey> key(RowSet<Row> rows, Instant now) {
        for (Row row : rows) {
            boolean exempt = row.getBoolean("rate_limit_exempt");
            List<String> workspaces = List.of(row.getArrayOfStrings("workspace_ids"));
            if (!workspaces.isEmpty()) {
                return Optional.of(new ApiKey(
                        row.getString("id"),
                        workspaces,
                        exempt,
                        "FULL".equals(row.getString("access")),
                        exempt ? null : rateLimit(row, now)));
            }
        }
        return Optional.empty();
    }

    private @Nullable RateLimit rateLimit(Row row, Instant now) {
        RateLimits own = limits.with(row.getInteger("burst_limit"), row.getInteger("sustained_limit"));
        RateLimits.Standing standing =
                own.standing(row.getBoolean("counted"), marks(row, "burst"), marks(row, "sustained"), now);
        return new RateLimit(
                own.policy(),
                standing.limit(),
                standing.remaining(),
                seconds(standing.untilEmpty()),
                seconds(standing.retryAfter()));
    }

    /** What was told to a refused request may be older than the refusal: even older than the first request. */
    private static Marks marks(Row row, String window) {
        if (row.getLong("granted") == null) {
            return new Marks(0, 0, List.of());
        }
        List<Long> before = Arrays.asList(row.getArrayOfLongs(window + "_marks"));
        return new Marks(row.getLong("granted"), row.getLong(window + "_at"), before);
    }

    /** Rounded up: who waits that long has waited long enough. */
    private static long seconds(Duration time) {
        return Math.ceilDiv(time.toMillis(), 1_000);
    }
}
