package io.postbreeze.sandbox.admin;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** {@code GET /sandbox/openapi.yaml}: what the sandbox's own side understands. */
public final class ApiDocument {
    private static final String NAME = "/sandbox-openapi.yaml";

    private final Buffer document;

    /** Reads the document. */
    public ApiDocument() {
        try (InputStream in = Objects.requireNonNull(ApiDocument.class.getResourceAsStream(NAME))) {
            document = Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document. */
    public void send(RoutingContext call) {
        call.response().putHeader("Content-Type", "application/yaml").end(document);
    }
}
