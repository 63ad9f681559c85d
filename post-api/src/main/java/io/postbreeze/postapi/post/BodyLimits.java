package io.postbreeze.postapi.post;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets bodies of many posts be larger than any other. The server's own limit is theirs
 * ({@code quarkus.http.limits.max-body-size}); every other path keeps its old one.
 */
@ApplicationScoped
class BodyLimits {
    private static final long MOST_ELSEWHERE = 1 << 20;
    private static final Set<String> OF_MANY_POSTS = Set.of("/api/v1/posts/bulk", "/api/v1/posts/import");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    /** Just after the server's own check, whose limit this one narrows, and before anything reads a body. */
    private static final int PRIORITY = 1;

    void register(@Observes Filters filters) {
        filters.register(BodyLimits::narrow, PRIORITY);
    }

    private static void narrow(RoutingContext request) {
        if (OF_MANY_POSTS.contains(request.request().path())) {
            request.next();
            return;
        }
        if (length(request) > MOST_ELSEWHERE) {
            // What is still to come of the body is nothing to read the next request from.
            request.response()
                    .setStatusCode(413)
                    .putHeader(HttpHeaderNames.CONNECTION, "close")
                    .endHandler(sent -> request.request().connection().close())
                    .end();
            return;
        }
        // For a body that does not tell its length.
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, MOST_ELSEWHERE);
        request.next();
    }

    private static long length(RoutingContext request) {
        @Nullable String told = request.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
        return told != null && LENGTH.matcher(told).matches() ? Long.parseLong(told) : 0;
    }
}
