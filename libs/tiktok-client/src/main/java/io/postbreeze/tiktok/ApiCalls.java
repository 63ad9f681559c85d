package io.postbreeze.tiktok;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;

/** Sends the small calls of the v2 API. */
final class ApiCalls {

    private final Vertx vertx;
    private final Pools pools;
    private final TikTokConfig config;

    ApiCalls(Vertx vertx, Pools pools, TikTokConfig config) {
        this.vertx = vertx;
        this.pools = pools;
        this.config = config;
    }

    Uni<ApiAnswers.Data> get(String path, AccessToken token) {
        RequestOptions options = to(HttpMethod.GET, path).putHeader("Authorization", "Bearer " + token.value());
        return send(options, Buffer.buffer(), Effect.NONE).map(answer -> ApiAnswers.enveloped(answer, Effect.NONE));
    }

    Uni<ApiAnswers.Data> post(String path, AccessToken token, Buffer json, Effect effect) {
        RequestOptions options = to(HttpMethod.POST, path)
                .putHeader("Authorization", "Bearer " + token.value())
                .putHeader("Content-Type", "application/json; charset=UTF-8");
        return send(options, json, effect).map(answer -> ApiAnswers.enveloped(answer, effect));
    }

    Uni<ApiAnswers.Data> form(String path, String form, Effect effect) {
        RequestOptions options =
                to(HttpMethod.POST, path).putHeader("Content-Type", "application/x-www-form-urlencoded");
        return send(options, Buffer.buffer(form), effect).map(answer -> ApiAnswers.flat(answer, effect));
    }

    private RequestOptions to(HttpMethod method, String path) {
        String base = config.apiUrl().toString();
        String root = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        return Pools.to(method, URI.create(root + path)).putHeader("Accept", "application/json");
    }

    private Uni<HttpAnswer> send(RequestOptions options, Buffer body, Effect effect) {
        return Uni.createFrom()
                .completionStage(() -> new ApiExchange(effect, body)
                        .run(vertx, pools.forEffect(effect), options, config.requestTimeout())
                        .toCompletionStage());
    }
}
