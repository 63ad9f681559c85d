package io.postbreeze.postapi.apikey;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.postbreeze.api.Secrets;
import io.postbreeze.api.Violation;
import io.postbreeze.postapi.ratelimit.RateLimits;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes, shows and revokes the keys of a workspace. */
@ApplicationScoped
class ApiKeys {
    private static final int MOST = 100;
    private static final String IN_USE = """
            select count(key) from StoredApiKey key, Workspace one, Workspace home
            where key.workspaceId = one.id and one.ownerUserId = home.ownerUserId and home.id = ?1
                and key.revokedAt is null""";

    private final KeyGenerator generator;
    private final Clock clock;
    private final RateLimits usual;

    ApiKeys(KeyGenerator generator, Clock clock, StoredApiKeys keys) {
        this.generator = generator;
        this.clock = clock;
        this.usual = keys.limits();
    }

    /** Makes a key; fails with 422 for limits above those of the key that asks, 409 when its owner has too many. */
    Uni<ApiKeyView> create(String workspaceId, NewKey wanted, String askingKeyId) {
        String key = generator.next();
        StoredApiKey row = row(workspaceId, wanted, key);
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.find(StoredApiKey.class, askingKeyId)
                                .invoke(asking -> refuseMoreThan(asking, row))
                                .chain(() -> refuseTooMany(session, workspaceId))
                                .chain(() -> session.persist(row))))
                .map(stored -> ApiKeyView.of(row, usual, key));
    }

    /** Keys made in a workspace, oldest first, revoked ones too. */
    Uni<List<ApiKeyView>> of(String workspaceId) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery(
                                "from StoredApiKey where workspaceId = ?1 order by createdAt, id", StoredApiKey.class)
                        .setParameter(1, workspaceId)
                        .getResultList())
                .map(found -> found.stream()
                        .map(row -> ApiKeyView.of(row, usual, null))
                        .toList()));
    }

    /**
     * Revokes a key for good; the next request with it is refused. Fails with 404 when the workspace has no such key.
     */
    Uni<Void> revoke(String workspaceId, String keyId) {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createMutationQuery(
                                        "update StoredApiKey set revokedAt = coalesce(revokedAt, ?1)"
                                                + " where id = ?2 and workspaceId = ?3")
                                .setParameter(1, now())
                                .setParameter(2, keyId)
                                .setParameter(3, workspaceId)
                                .executeUpdate()))
                .invoke(rows -> {
                    if (rows == 0) {
                        throw ApiException.notFound("API key");
                    }
                })
                .replaceWithVoid();
    }

    /** Limits are per key: who could make keys without end would have none. */
    private static Uni<Void> refuseTooMany(Mutiny.Session session, String workspaceId) {
        return session.createQuery(IN_USE, Long.class)
                .setParameter(1, workspaceId)
                .getSingleResult()
                .invoke(count -> {
                    if (count >= MOST) {
                        throw new ApiException(
                                409, "TOO_MANY_API_KEYS", "There are " + MOST + " keys in use; revoke some first.");
                    }
                })
                .replaceWithVoid();
    }

    /** Otherwise any key could make itself a successor without limits. */
    private void refuseMoreThan(StoredApiKey asking, StoredApiKey row) {
        if (asking.rateLimitExempt) {
            return;
        }
        RateLimits most = usual.with(asking.burstLimit, asking.sustainedLimit);
        RateLimits own = usual.with(row.burstLimit, row.sustainedLimit);
        List<Violation> above = new ArrayList<>();
        refuseMoreThan(most.burst().requests(), own.burst().requests(), "burst", above);
        refuseMoreThan(most.sustained().requests(), own.sustained().requests(), "sustained", above);
        if (!above.isEmpty()) {
            Violation first = above.getFirst();
            throw new ApiException(422, first.code(), first.path() + ": " + first.message(), above);
        }
    }

    private static void refuseMoreThan(long most, long own, String limit, List<Violation> above) {
        if (own > most) {
            String message = "The key that asks has " + most + " itself and cannot give more.";
            above.add(new Violation("rateLimit." + limit, "RATE_LIMIT_ABOVE_OWN", message));
        }
    }

    private StoredApiKey row(String workspaceId, NewKey wanted, String key) {
        StoredApiKey row = new StoredApiKey();
        row.id = PrefixedIds.next("key");
        row.workspaceId = workspaceId;
        row.name = wanted.name();
        row.sha256 = Secrets.sha256(key);
        row.shownPrefix = KeyGenerator.shownPrefix(key);
        row.access = wanted.access();
        row.scope = new HashSet<>(wanted.workspaceIds());
        row.burstLimit = wanted.rateLimit().burst();
        row.sustainedLimit = wanted.rateLimit().sustained();
        row.createdAt = now();
        return row;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
