package io.postbreeze.sandbox.http;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Writes answers of the v2 API. */
public final class Envelope {
    private static final DateTimeFormatter LOG_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final AtomicLong CALLS = new AtomicLong();

    private Envelope() {}

    /** A success. */
    public static void ok(RoutingContext call, Instant now, JsonObject data) {
        write(call, now, 200, data, "ok", "");
    }

    /** Anything else. */
    public static void refuse(RoutingContext call, Instant now, Refusal refusal) {
        write(call, now, refusal.status(), new JsonObject(), refusal.code(), String.valueOf(refusal.getMessage()));
    }

    /** Whatever no endpoint caught: too large a body, or a mistake of the sandbox itself. */
    public static void broken(RoutingContext call, Instant now) {
        if (call.response().headWritten()) {
            call.request().connection().close();
        } else if (call.statusCode() >= 500 || call.statusCode() < 0) {
            refuse(call, now, new Refusal(500, "internal_error", "The sandbox made a mistake: " + call.failure()));
        } else {
            refuse(call, now, new Refusal(call.statusCode(), "invalid_params", "The request is malformed"));
        }
    }

    private static void write(
            RoutingContext call, Instant now, int status, JsonObject data, String code, String message) {
        String logId = LOG_TIME.format(now) + String.format(Locale.ROOT, "%018X", CALLS.incrementAndGet());
        JsonObject error =
                new JsonObject().put("code", code).put("message", message).put("log_id", logId);
        call.put("code", code);
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .putHeader("x-tt-logid", logId);
        Reply.send(call, new JsonObject().put("data", data).put("error", error).encode());
    }
}
