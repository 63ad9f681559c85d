package io.postbreeze.api;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets a request below {@code /api/v1} pass only with a known API key that has requests left. */
class ApiKeyFilter {
    private static final Pattern SHAPE = Pattern.compile("pb_live_[A-Za-z0-9]{32}");

    private final ApiKeyAuthenticator keys;
    private final ApiCaller caller;

    ApiKeyFilter(ApiKeyAuthenticator keys, ApiCaller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    Uni<Void> authenticate(ContainerRequestContext request, ResourceInfo resource) {
        if (!GuardedPaths.isApi(request) || isPublic(resource)) {
            return Uni.createFrom().voidItem();
        }
        String key = BearerToken.of(request.getHeaderString(HttpHeaders.AUTHORIZATION))
                .orElseThrow(() -> new ApiException(
                        401, "API_KEY_MISSING", "Send your API key as Authorization: Bearer pb_live_…"));
        if (!SHAPE.matcher(key).matches()) {
            throw unknown();
        }
        return keys.authenticate(Secrets.sha256(key)).invoke(this::identify).replaceWithVoid();
    }

    private void identify(Optional<ApiKey> found) {
        ApiKey key = found.orElseThrow(ApiKeyFilter::unknown);
        caller.identify(key);
        if (key.rateLimit() != null && key.rateLimit().refused()) {
            throw tooMany(key.rateLimit());
        }
    }

    private static ApiException tooMany(RateLimit limit) {
        return new ApiException(
                429,
                "RATE_LIMITED",
                "This key sent too many requests (limits: " + limit.policy() + "); send the next in "
                        + limit.retryAfterSeconds() + " s.");
    }

    private static ApiException unknown() {
        return new ApiException(401, "API_KEY_INVALID", "This API key does not exist or was revoked.");
    }

    private static boolean isPublic(@Nullable ResourceInfo resource) {
        return resource != null
                && resource.getResourceMethod() != null
                && (resource.getResourceMethod().isAnnotationPresent(PublicEndpoint.class)
                        || resource.getResourceClass().isAnnotationPresent(PublicEndpoint.class));
    }
}
