package io.postbreeze.postapi.apikey;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An API key without the key: only its hash is kept. */
@Entity
@Table(name = "api_keys")
class StoredApiKey {
    @Id
    String id;

    String workspaceId;
    String name;
    String sha256;
    String shownPrefix;

    @Enumerated(EnumType.STRING)
    KeyAccess access;

    /** What a scoped key may use; empty for one with full access. */
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "api_key_workspaces", joinColumns = @JoinColumn(name = "api_key_id"))
    @Column(name = "workspace_id")
    Set<String> scope = new HashSet<>();

    boolean rateLimitExempt;

    @Nullable
    Integer burstLimit;

    @Nullable
    Integer sustainedLimit;

    Instant createdAt;

    @Nullable
    Instant lastUsedAt;

    @Nullable
    Instant revokedAt;
}
