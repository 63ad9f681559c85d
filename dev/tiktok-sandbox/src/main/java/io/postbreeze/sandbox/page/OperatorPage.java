package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.http.Html;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /operator}: steers the sandbox by its own admin API; the page itself holds no value. */
final class OperatorPage {
    private static final String BODY = read();

    private OperatorPage() {}

    static void show(RoutingContext call) {
        Html.own(call, 200, "Operator", BODY, "operator.js");
    }

    private static String read() {
        try (InputStream in = OperatorPage.class.getResourceAsStream("/pages/operator.html")) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: operator.html");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
