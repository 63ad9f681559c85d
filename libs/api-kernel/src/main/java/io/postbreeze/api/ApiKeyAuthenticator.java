package io.postbreeze.api;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Knows which API keys exist. post-api owns them; other services ask it. */
public interface ApiKeyAuthenticator {
    /**
     * Looks a key up and counts one request against its limits, whichever service it came to.
     *
     * @param sha256 SHA-256 of the whole key, lower-case hex
     * @return the key, empty when it does not exist or was revoked; fails with {@link ApiException} 503 when it cannot
     *     be told
     */
    Uni<Optional<ApiKey>> authenticate(String sha256);
}
