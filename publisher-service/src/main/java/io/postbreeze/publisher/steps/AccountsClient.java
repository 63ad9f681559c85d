package io.postbreeze.publisher.steps;

import io.postbreeze.api.ServiceTokenHeader;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** post-api's token vault. */
@RegisterRestClient(configKey = "post-api")
@RegisterProvider(ServiceTokenHeader.class)
@Path("/internal/v1/accounts")
interface AccountsClient {
    @POST
    @Path("/{accountId}/access-token")
    Uni<Answer> accessToken(@PathParam("accountId") String accountId, Question question);

    /**
     * What is asked.
     *
     * @param rejectedTokenSha256 the token that TikTok refused, as lower-case hex; null when none was
     */
    record Question(@Nullable String rejectedTokenSha256) {}

    /** The vault's answer; holds a secret. */
    record Answer(
            String accessToken,
            Instant expiresAt,
            @Nullable String openId,
            @Nullable String username) {
        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Answer[" + openId + "]";
        }
    }
}
