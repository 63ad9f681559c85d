package io.postbreeze.analytics.refresh;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.postbreeze.api.ServiceTokenHeader;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** post-api's token vault. */
@RegisterRestClient(configKey = "post-api")
@RegisterProvider(ServiceTokenHeader.class)
@Path("/internal/v1/accounts/{accountId}/access-token")
interface AccountTokensClient {
    @POST
    Uni<Answer> accessToken(@PathParam("accountId") String accountId, Question question);

    /**
     * What is asked.
     *
     * @param rejectedTokenSha256 SHA-256 of a token that TikTok refused, lower-case hex; null when there was none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(@Nullable String rejectedTokenSha256) {}

    /** What is answered, as far as it matters here; the secret stays out of {@link #toString()}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(String accessToken) {
        @Override
        public String toString() {
            return "Answer[…]";
        }
    }
}
