package io.postbreeze.postapi.idempotency;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An answer, or the place of one that is being worked on. */
@Entity
@Table(name = "idempotency_keys")
class KeptAnswer {
    @EmbeddedId
    Id id;

    String claim;
    String requestSha256;

    @Nullable
    String answer;

    Instant lockedUntil;
    Instant expiresAt;

    /** Keys of different callers do not meet. */
    @Embeddable
    record Id(String apiKeyId, String idempotencyKey) {}
}
