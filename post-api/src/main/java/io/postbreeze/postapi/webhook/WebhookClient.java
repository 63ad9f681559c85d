package io.postbreeze.postapi.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.postbreeze.safehttp.NameResolver;
import io.postbreeze.safehttp.SafeTargets;
import io.postbreeze.safehttp.TargetRules;
import io.postbreeze.safehttp.UnsafeTargetException;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Sends one delivery once. Never fails: whatever goes wrong is an answer too. */
@ApplicationScoped
class WebhookClient {
    private final Vertx vertx;
    private final SafeTargets targets;
    private final HttpClient http;
    private final Attempt attempt;
    private final Duration timeout;
    private final Clock clock;

    @Inject
    WebhookClient(Vertx vertx, WebhooksConfig config, EndpointSecrets secrets, ObjectMapper json, Clock clock) {
        this.vertx = vertx;
        this.targets =
                new SafeTargets(vertx, NameResolver.system(), new TargetRules(config.ports(), config.allowLoopback()));
        // A connection that the receiver has just closed looks like a lost answer, and would cost a try: no keep-alive.
        this.http = vertx.createHttpClient(SafeTargets.clientOptions()
                .setConnectTimeout((int) config.timeout().toMillis())
                .setMaxPoolSize(config.concurrencyPerEndpoint())
                .setKeepAlive(false));
        this.attempt = new Attempt(secrets, json);
        this.timeout = config.timeout();
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent stopping) {
        http.close();
        targets.close();
    }

    /** Where an endpoint may be; fails with {@link UnsafeTargetException}. */
    Future<Void> check(String url) {
        return targets.check(url).mapEmpty();
    }

    Future<Answer> send(Claimed claimed) {
        Instant begun = clock.instant();
        Exchange exchange = new Exchange(vertx, timeout);
        String body = attempt.body(claimed);
        targets.check(claimed.target().url())
                .compose(target -> http.request(attempt.request(claimed, target, body, begun)))
                .onSuccess(request -> exchange.send(request, body))
                .onFailure(exchange::fail);
        return exchange.answer()
                .map(reply -> Answer.of(reply.status(), reply.body(), took(begun)))
                .recover(failure -> Future.succeededFuture(Answer.failed(error(failure), took(begun))));
    }

    private Duration took(Instant begun) {
        return Duration.between(begun, clock.instant());
    }

    private static String error(Throwable failure) {
        return switch (failure) {
            case UnsafeTargetException unsafe -> "URL_" + unsafe.reason().name();
            case TimeoutException _ -> "TIMEOUT";
            case SSLException _ -> "TLS_FAILED";
            case ConnectException _ -> "CONNECT_FAILED";
            default -> "CONNECTION_FAILED";
        };
    }
}
