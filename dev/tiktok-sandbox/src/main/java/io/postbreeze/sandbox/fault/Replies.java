package io.postbreeze.sandbox.fault;

import io.postbreeze.sandbox.http.Reply;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers in shapes that no server should give them. */
final class Replies {
    private Replies() {}

    /** All headers, half of the body, and a broken connection. */
    static Reply truncated() {
        return (call, body) -> {
            HttpServerResponse response = announce(call, body);
            response.write(body.slice(0, body.length() / 2))
                    .onComplete(sent -> call.request().connection().close());
        };
    }

    /** A whole answer that is no JSON. */
    static Reply malformed() {
        return (call, body) -> {
            Buffer broken = body.slice(0, body.length() - 1).copy().appendString(",]");
            call.response().end(broken);
        };
    }

    /** A byte, a pause, a byte. */
    static Reply dripping(long everyMs) {
        return (call, body) -> {
            announce(call, body);
            drip(call, body, 0, everyMs);
        };
    }

    private static void drip(RoutingContext call, Buffer body, int next, long everyMs) {
        if (call.response().closed()) {
            return;
        }
        if (next == body.length()) {
            call.response().end();
            return;
        }
        call.response().write(body.slice(next, next + 1));
        call.vertx().setTimer(everyMs, later -> drip(call, body, next + 1, everyMs));
    }

    private static HttpServerResponse announce(RoutingContext call, Buffer body) {
        return call.response().putHeader("Content-Length", String.valueOf(body.length()));
    }
}
