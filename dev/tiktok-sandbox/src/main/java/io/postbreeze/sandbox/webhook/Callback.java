package io.postbreeze.sandbox.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** The app's end of the line. */
public final class Callback {
    private static final int PATIENCE_MS = 5_000;

    private final HttpClient client;
    private final String clientKey;
    private final String clientSecret;

    /** Of one app. */
    public Callback(Vertx vertx, String clientKey, String clientSecret) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(PATIENCE_MS).setMaxPoolSize(4));
        this.clientKey = clientKey;
        this.clientSecret = clientSecret;
    }

    /**
     * Sends an event once.
     *
     * @param at the time outside, since the receiver, whose clock no one moved, looks at the signature's age
     * @return the HTTP status; fails when there was none
     */
    Future<Integer> send(String url, Delivery delivery, Instant at) {
        String body = new JsonObject()
                .put("client_key", clientKey)
                .put("event", delivery.event())
                .put("create_time", delivery.createdAt().getEpochSecond())
                .put("user_openid", delivery.openId())
                .put("content", delivery.content())
                .encode();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(url)
                .setTimeout(PATIENCE_MS)
                .putHeader("Content-Type", "application/json")
                .putHeader("TikTok-Signature", Signature.header(clientSecret, at.getEpochSecond(), body));
        return client.request(options).compose(request -> request.send(body)).map(HttpClientResponse::statusCode);
    }
}
