package io.postbreeze.localstack;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** What the gateway says itself, in the envelope in which services refuse. */
record Refusal(int status, String code, String message) {
    /** Answers a request that was not passed on. */
    void send(HttpServerResponse response) {
        String requestId = requestId();
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Request-Id", requestId)
                .end(body(requestId));
    }

    /** The answer to a request that could not be passed on. */
    ProxyResponse answer(ProxyRequest request) {
        String requestId = requestId();
        return request.release()
                .response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Request-Id", requestId)
                .putHeader("Retry-After", "1")
                .setBody(Body.body(Buffer.buffer(body(requestId))));
    }

    private String body(String requestId) {
        return new JsonObject()
                .put("statusCode", status)
                .put("code", code)
                .put("message", message)
                .put("requestId", requestId)
                .encode();
    }

    private static String requestId() {
        return "req_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
