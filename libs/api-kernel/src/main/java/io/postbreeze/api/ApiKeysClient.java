package io.postbreeze.api;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** post-api's answer to "whose key is this". */
@RegisterRestClient(configKey = "post-api")
@RegisterProvider(ServiceTokenHeader.class)
@Path("/internal/v1/api-keys")
interface ApiKeysClient {
    @POST
    @Path("/authenticate")
    Uni<ApiKey> authenticate(Question question);

    /**
     * What is asked.
     *
     * @param sha256 SHA-256 of the key, lower-case hex
     */
    record Question(String sha256) {}
}
