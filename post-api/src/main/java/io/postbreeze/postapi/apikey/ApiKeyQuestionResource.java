package io.postbreeze.postapi.apikey;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.ApiKey;
import io.postbreeze.api.ApiKeyAuthenticator;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** Tells our other services whose key a request carried. */
@Path("/internal/v1/api-keys")
class ApiKeyQuestionResource {
    private final ApiKeyAuthenticator keys;

    ApiKeyQuestionResource(ApiKeyAuthenticator keys) {
        this.keys = keys;
    }

    @POST
    @Path("/authenticate")
    public Uni<ApiKey> authenticate(@Nullable Question question) {
        if (question == null || question.sha256() == null) {
            throw new ApiException(400, "BAD_REQUEST", "sha256 is missing.");
        }
        return keys.authenticate(question.sha256())
                .map(found -> found.orElseThrow(() -> ApiException.notFound("API key")));
    }

    /**
     * What is asked.
     *
     * @param sha256 SHA-256 of the key, lower-case hex
     */
    record Question(@Nullable String sha256) {}
}
