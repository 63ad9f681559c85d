package io.postbreeze.postapi.apikey;

import io.postbreeze.api.ApiKey;
import io.postbreeze.api.ApiKeyAuthenticator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys as the database has them; every question reads it, so that a revoked key is refused at once. */
@ApplicationScoped
class StoredApiKeys implements ApiKeyAuthenticator {

    @Override
    public Uni<Optional<ApiKey>> authenticate(String sha256) {
        return Panache.withSession(() -> Panache.getSession()
                .chain(session -> session.createQuery(
                                "from StoredApiKey where sha256 = ?1 and revokedAt is null", StoredApiKey.class)
                        .setParameter(1, sha256)
                        .getSingleResultOrNull())
                .map(StoredApiKeys::key));
    }

    private static Optional<ApiKey> key(@Nullable StoredApiKey stored) {
        return Optional.ofNullable(stored)
                .map(row -> new ApiKey(row.id, List.of(row.workspaceId), row.rateLimitExempt));
    }
}
