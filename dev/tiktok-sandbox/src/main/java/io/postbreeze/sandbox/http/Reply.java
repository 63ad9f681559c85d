package io.postbreeze.sandbox.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Sends the body of an answer, in one piece unless a fault has another shape in mind for it. */
public interface Reply {
    /** Under this name a fault leaves the shape of an answer with its call. */
    String KEY = "sandbox.reply";

    /** Ends the answer, whose status and headers are set. */
    void end(RoutingContext call, Buffer body);

    /** Ends an answer the way its call is to be answered. */
    static void send(RoutingContext call, String body) {
        @Nullable Reply shape = call.get(KEY);
        if (shape == null) {
            call.response().end(body);
        } else {
            shape.end(call, Buffer.buffer(body));
        }
    }
}
