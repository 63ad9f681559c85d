package io.postbreeze.postapi.apikey;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An API key without the key: only its hash is kept. */
@Entity
@Table(name = "api_keys")
class StoredApiKey {
    @Id
    String id;

    String workspaceId;
    String sha256;
    String shownPrefix;
    boolean rateLimitExempt;
    Instant createdAt;

    @Nullable
    Instant revokedAt;
}
