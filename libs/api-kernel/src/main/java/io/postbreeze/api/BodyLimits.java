package io.postbreeze.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that are too large, by their announced length and in our own words. The server's limit
 * ({@code quarkus.http.limits.max-body-size}) answers without a body and closes the connection at once, so that a
 * client that is still sending may see a reset instead of the answer.
 */
@ApplicationScoped
class BodyLimits {
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    /** Just after the server's own check and before anything reads a body. */
    private static final int PRIORITY = 1;

    /** What a refused client still sends is thrown away for so long. */
    private static final long LINGER_SECONDS = 10;

    private final Vertx vertx;
    private final ObjectMapper json;
    private final long most;
    private final long mostOfLarge;
    private final Set<String> largePaths;

    /**
     * Reads the limits.
     *
     * @param most bytes of a body; default 256 kB
     * @param largePaths exact paths that may have larger ones; default none
     * @param mostOfLarge bytes of a body there; default 4 MB
     */
    BodyLimits(
            Vertx vertx,
            ObjectMapper json,
            @ConfigProperty(name = "postbreeze.body.most", defaultValue = "256K") MemorySize most,
            @ConfigProperty(name = "postbreeze.body.large-paths") Optional<List<String>> largePaths,
            @ConfigProperty(name = "postbreeze.body.most-of-large", defaultValue = "4M") MemorySize mostOfLarge) {
        this.vertx = vertx;
        this.json = json;
        this.most = most.asLongValue();
        this.mostOfLarge = mostOfLarge.asLongValue();
        this.largePaths = new HashSet<>(largePaths.orElse(List.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext request) {
        long limit = largePaths.contains(request.request().path()) ? mostOfLarge : most;
        if (length(request) > limit) {
            refuse(request, limit);
            return;
        }
        // For a body that does not tell its length.
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        request.next();
    }

    private static long length(RoutingContext request) {
        @Nullable String told = request.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        return told != null && LENGTH.matcher(told).matches() ? Long.parseLong(told) : 0;
    }

    private void refuse(RoutingContext request, long limit) {
        String requestId = PrefixedIds.next("req");
        request.response()
                .setStatusCode(413)
                .putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .putHeader(RequestIdFilter.HEADER, requestId)
                .end(envelope(limit, requestId));
        HttpServerRequest unread = request.request();
        long patience = vertx.setTimer(TimeUnit.SECONDS.toMillis(LINGER_SECONDS), late -> {
            if (!unread.isEnded()) {
                unread.connection().close();
            }
        });
        unread.handler(thrownAway -> {});
        unread.endHandler(read -> vertx.cancelTimer(patience));
        unread.resume();
    }

    private String envelope(long limit, String requestId) {
        String message = "The body is too large: at most " + limit + " bytes are taken here.";
        try {
            return json.writeValueAsString(new ErrorEnvelope(413, "BODY_TOO_LARGE", message, requestId, List.of()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
