package io.postbreeze.sandbox.admin;

import io.postbreeze.sandbox.http.Json;
import io.vertx.core.AsyncResult;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often each endpoint was answered how, since the start. */
public final class CallCounter {
    private static final int MOST = 1_000;

    private final Map<String, Long> calls = new TreeMap<>();

    /** Counts a call by method, path, status and TikTok's code, once it is over. */
    public void count(RoutingContext call) {
        call.addEndHandler(over -> calls.merge(bounded(key(call, over)), 1L, Long::sum));
        call.next();
    }

    private static String key(RoutingContext call, AsyncResult<Void> over) {
        @Nullable Object code = call.get("code");
        String answer = over.failed() ? "aborted" : call.response().getStatusCode() + (code == null ? "" : " " + code);
        return call.request().method() + " " + call.normalizedPath() + " " + answer;
    }

    /** Paths are the caller's to choose, so there may be any number of them. */
    private String bounded(String key) {
        return calls.containsKey(key) || calls.size() < MOST ? key : "others";
    }

    /** {@code GET /sandbox/requests}. */
    public void show(RoutingContext call) {
        JsonObject found = new JsonObject();
        calls.forEach(found::put);
        Json.answer(call, 200, found);
    }
}
