package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.http.Json;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web sites, open in the same browser, from steering the sandbox. A program that is no browser sends no
 * {@code Origin} and is not concerned.
 */
public final class OwnSite {
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Optional<String> publicHost;

    /** A sandbox that is known by a public address too, if it has one. */
    public OwnSite(Optional<String> publicUrl) {
        this.publicHost = publicUrl.map(URI::create).map(URI::getHost);
    }

    /** Refuses a change that was sent by a page of another site. */
    public void guard(RoutingContext call) {
        String origin = call.request().getHeader("Origin");
        if (HARMLESS.contains(call.request().method())
                || origin == null
                || isOurs(origin, call.request().getHeader("Host"))) {
            call.next();
            return;
        }
        Json.answer(call, 403, new JsonObject().put("message", "Other web sites may not steer the sandbox"));
    }

    /** The same host and port that was called, by a name that only this machine can bear. */
    private boolean isOurs(String origin, @Nullable String calledHost) {
        try {
            URI from = URI.create(origin.toLowerCase(Locale.ROOT));
            String host = from.getHost();
            return host != null
                    && calledHost != null
                    && calledHost.toLowerCase(Locale.ROOT).equals(from.getAuthority())
                    && (LOOPBACK.contains(host)
                            || publicHost.filter(host::equalsIgnoreCase).isPresent());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
