package io.postbreeze.api;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks post-api about keys. A key with limits is asked about each time, because the question is what counts the
 * request. A yes to one without is remembered for two seconds: a burst costs one question, and once revoked it is
 * refused two seconds later at the latest.
 */
@DefaultBean
@ApplicationScoped
class RemoteApiKeyAuthenticator implements ApiKeyAuthenticator {
    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    private final ApiKeysClient postApi;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    RemoteApiKeyAuthenticator(@RestClient ApiKeysClient postApi, Clock clock) {
        this.postApi = postApi;
        this.clock = clock;
    }

    @Override
    public Uni<Optional<ApiKey>> authenticate(String sha256) {
        Instant now = clock.instant();
        Known hit = known.get(sha256);
        if (hit != null && now.isBefore(hit.until())) {
            return Uni.createFrom().item(Optional.of(hit.key()));
        }
        return postApi.authenticate(new ApiKeysClient.Question(sha256))
                .map(key -> remember(sha256, key, now))
                .onFailure(RemoteApiKeyAuthenticator::isUnknown)
                .recoverWithItem(Optional.empty())
                .onFailure()
                .transform(RemoteApiKeyAuthenticator::unavailable);
    }

    private Optional<ApiKey> remember(String sha256, ApiKey key, Instant now) {
        if (key.rateLimit() != null) {
            return Optional.of(key);
        }
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(sha256, new Known(key, now.plus(REMEMBERED)));
        return Optional.of(key);
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == 404;
    }

    private static ApiException unavailable(Throwable failure) {
        return new ApiException(503, "AUTHENTICATION_UNAVAILABLE", "API keys cannot be checked right now; try again.");
    }

    private record Known(ApiKey key, Instant until) {}
}
