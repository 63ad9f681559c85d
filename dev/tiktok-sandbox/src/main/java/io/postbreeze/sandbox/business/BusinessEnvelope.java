package io.postbreeze.sandbox.business;

import io.postbreeze.sandbox.http.Reply;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Writes answers of the Business API: HTTP 200 whatever happened, and a whole number that tells what did. */
public final class BusinessEnvelope {
    /** Where the Business API begins. */
    public static final String PREFIX = "/open_api/";

    private static final int BROKEN = 50000;
    private static final int NO_SUCH_PATH = 40002;
    private static final DateTimeFormatter REQUEST_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final AtomicLong CALLS = new AtomicLong();

    private BusinessEnvelope() {}

    /** Whether a call is the Business API's. */
    public static boolean owns(RoutingContext call) {
        String path = call.request().path();
        return path != null && path.startsWith(PREFIX);
    }

    /**
     * Any answer.
     *
     * @param status HTTP's; 200 but for paths that do not exist
     * @param code 0 for a success
     */
    public static void write(RoutingContext call, Instant now, int status, int code, String message, JsonObject data) {
        String requestId = REQUEST_TIME.format(now) + String.format(Locale.ROOT, "%018X", CALLS.incrementAndGet());
        call.put("code", code == 0 ? "ok" : String.valueOf(code));
        call.response().setStatusCode(status).putHeader("Content-Type", "application/json; charset=utf-8");
        Reply.send(
                call,
                new JsonObject()
                        .put("code", code)
                        .put("message", message)
                        .put("request_id", requestId)
                        .put("data", data)
                        .encode());
    }

    /** Whatever no endpoint caught. */
    public static void broken(RoutingContext call, Instant now) {
        if (call.response().headWritten()) {
            call.request().connection().close();
        } else if (call.statusCode() >= 500 || call.statusCode() < 0) {
            write(call, now, 200, BROKEN, "System error", new JsonObject());
        } else {
            write(call, now, 200, NO_SUCH_PATH, "The request is malformed", new JsonObject());
        }
    }

    /** A path, or a method, that does not exist: the one answer with another HTTP status. */
    static void unknown(RoutingContext call, Instant now) {
        write(call, now, 404, NO_SUCH_PATH, "No such path: " + call.request().path(), new JsonObject());
    }
}
