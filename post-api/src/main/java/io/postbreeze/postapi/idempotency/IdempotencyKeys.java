package io.postbreeze.postapi.idempotency;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.PrefixedIds;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers by {@code Idempotency-Key} for seven days. A key is claimed before the work begins and its answer
 * is kept in the transaction of the work, so that over all replicas one request of many does it.
 */
@ApplicationScoped
public class IdempotencyKeys {
    private static final Duration REMEMBERED = Duration.ofDays(7);
    // Longer than any request takes; a replica that died with a claim frees it after this.
    private static final Duration LOCKED = Duration.ofMinutes(2);
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final String CLAIM = """
            insert into idempotency_keys as kept
                (api_key_id, idempotency_key, claim, request_sha256, locked_until, expires_at)
            values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (api_key_id, idempotency_key) do update
            set claim = excluded.claim, request_sha256 = excluded.request_sha256, answer = null,
                locked_until = excluded.locked_until, expires_at = excluded.expires_at
            where kept.expires_at <= ?7 or (kept.answer is null and kept.locked_until <= ?7)""";

    private final Clock clock;

    IdempotencyKeys(Clock clock) {
        this.clock = clock;
    }

    /**
     * Claims a key for a request.
     *
     * @param requestSha256 tells whether it is the same request again
     * @return what to do; fails with 400 for a key of the wrong form, 409 while the first request is under way, 422
     *     when the key was used for something else
     */
    public Uni<Claim> claim(String apiKeyId, String key, String requestSha256) {
        requireUsable(key);
        Claim.Mine mine = new Claim.Mine(apiKeyId, key, PrefixedIds.next("claim"));
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> insert(session, mine, requestSha256)
                        .chain(rows -> rows == 1
                                ? Uni.createFrom().<Claim>item(mine)
                                : session.find(KeptAnswer.class, id(mine)).map(kept -> known(kept, requestSha256)))));
    }

    /** Fails with 400 when a key has the wrong form. */
    public static void requireUsable(String key) {
        if (!SHAPE.matcher(key).matches()) {
            throw new ApiException(
                    400, "IDEMPOTENCY_KEY_INVALID", "Idempotency-Key takes 1 to 255 visible ASCII characters.");
        }
    }

    /** Keeps the answer in the transaction of the work; fails with 409 when the claim was lost meanwhile. */
    public Uni<Void> keep(Mutiny.Session session, Claim.Mine mine, String answer) {
        return session.createMutationQuery(
                        "update KeptAnswer set answer = ?1 where id = ?2 and claim = ?3 and answer is null")
                .setParameter(1, answer)
                .setParameter(2, id(mine))
                .setParameter(3, mine.id())
                .executeUpdate()
                .invoke(rows -> {
                    if (rows != 1) {
                        throw underWay();
                    }
                })
                .replaceWithVoid();
    }

    /** Frees a key whose work failed: errors are not remembered. */
    public Uni<Void> release(Claim.Mine mine) {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createMutationQuery(
                                        "delete from KeptAnswer where id = ?1 and claim = ?2 and answer is null")
                                .setParameter(1, id(mine))
                                .setParameter(2, mine.id())
                                .executeUpdate()))
                .replaceWithVoid();
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createMutationQuery("delete from KeptAnswer where expiresAt < ?1")
                                .setParameter(1, clock.instant())
                                .executeUpdate()))
                .replaceWithVoid();
    }

    private Uni<Integer> insert(Mutiny.Session session, Claim.Mine mine, String requestSha256) {
        Instant now = clock.instant();
        return session.createNativeQuery(CLAIM)
                .setParameter(1, mine.apiKeyId())
                .setParameter(2, mine.key())
                .setParameter(3, mine.id())
                .setParameter(4, requestSha256)
                .setParameter(5, now.plus(LOCKED))
                .setParameter(6, now.plus(REMEMBERED))
                .setParameter(7, now)
                .executeUpdate();
    }

    private static Claim known(@Nullable KeptAnswer kept, String requestSha256) {
        if (kept != null && !kept.requestSha256.equals(requestSha256)) {
            throw new ApiException(
                    422, "IDEMPOTENCY_KEY_REUSED", "This Idempotency-Key was sent with another body; use a new one.");
        }
        if (kept == null || kept.answer == null) {
            throw underWay();
        }
        return new Claim.Done(kept.answer);
    }

    private static ApiException underWay() {
        return new ApiException(
                409,
                "IDEMPOTENCY_KEY_IN_FLIGHT",
                "A request with this Idempotency-Key is under way; send it again in a moment.");
    }

    private static KeptAnswer.Id id(Claim.Mine mine) {
        return new KeptAnswer.Id(mine.apiKeyId(), mine.key());
    }
}
