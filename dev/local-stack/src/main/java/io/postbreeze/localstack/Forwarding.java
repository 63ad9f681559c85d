package io.postbreeze.localstack;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What becomes of a request whose replica dies under it. One that changes nothing goes to the next replica; any other
 * may have been done already, is not sent again, and its sender is told so.
 */
final class Forwarding implements ProxyInterceptor {
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int ATTEMPTS = 6;
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final Refusal NOBODY_THERE = new Refusal(
            503, "SERVICE_UNAVAILABLE", "The service is away; nothing was done. Send the request again in a moment.");
    private static final Refusal ANSWER_LOST = new Refusal(
            502,
            "ANSWER_LOST",
            "The service went away in mid-request; whether it was done is not known."
                    + " Sent again with the same Idempotency-Key it is done once.");

    private final Vertx vertx;
    private final Replicas replicas;

    Forwarding(Vertx vertx, Replicas replicas) {
        this.vertx = vertx;
        this.replicas = replicas;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        if (!isRepeatable(request.proxiedRequest())) {
            return sent(context).recover(failure -> refused(request, failure));
        }
        // Read to its end here: what was read once cannot be read for the next replica.
        request.getBody().stream().resume();
        request.setBody(null);
        return attempt(context, 1).recover(failure -> refused(request, failure));
    }

    private Future<ProxyResponse> sent(ProxyContext context) {
        return context.sendRequest().onFailure(failure -> replicas.failed(context));
    }

    /** Each pause gives the connections that a dead process left behind the time to be found closed. */
    private Future<ProxyResponse> attempt(ProxyContext context, int number) {
        return sent(context)
                .recover(failure -> number < ATTEMPTS && !(failure instanceof ConnectException)
                        ? vertx.timer(FIRST_PAUSE_MILLIS << (number - 1), TimeUnit.MILLISECONDS)
                                .compose(passed -> attempt(context, number + 1))
                        : Future.failedFuture(failure));
    }

    private static boolean isRepeatable(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return SAFE.contains(request.method())
                && (length == null || length.equals("0"))
                && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    private static Future<ProxyResponse> refused(ProxyRequest request, Throwable failure) {
        Refusal refusal = failure instanceof ConnectException ? NOBODY_THERE : ANSWER_LOST;
        return Future.succeededFuture(refusal.answer(request));
    }
}
