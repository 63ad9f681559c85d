package io.postbreeze.sandbox.fault;

import io.postbreeze.sandbox.http.Envelope;
import io.postbreeze.sandbox.http.Json;
import io.postbreeze.sandbox.http.JsonBody;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before everything else and breaks the calls it was told to break. Nothing is broken after a restart. */
public final class Faults {
    private final World world;
    private final List<Armed> armed = new ArrayList<>();

    /** Without faults. */
    public Faults(World world) {
        this.world = world;
    }

    /** Lets a call go on, or not. */
    public void pass(RoutingContext call) {
        Optional<Fault> striking = strike(call.normalizedPath());
        if (striking.isEmpty()) {
            call.next();
            return;
        }
        Fault fault = striking.get();
        switch (fault.action()) {
            case STATUS ->
                Envelope.refuse(
                        call, world.now(), new Refusal(fault.status(), fault.code(), "Injected by the sandbox"));
            case DROP_REPLY -> {
                call.addHeadersEndHandler(
                        effective -> call.request().connection().close());
                call.next();
            }
            case RESET_AFTER_BYTES -> reset(call.request(), fault.bytes());
            case DELAY -> {
                call.request().pause();
                call.vertx().setTimer(fault.delayMs(), over -> call.next());
            }
        }
    }

    private static void reset(HttpServerRequest request, long bytes) {
        AtomicLong seen = new AtomicLong();
        request.handler(buffer -> {
            if (seen.addAndGet(buffer.length()) >= bytes) {
                request.connection().close();
            }
        });
        request.endHandler(over -> request.connection().close());
    }

    private Optional<Fault> strike(String path) {
        // Every fault of this endpoint counts the call, also those that do not get to strike it.
        List<Fault> striking = armed.stream()
                .filter(fault -> fault.fault.endpoint().equals(path))
                .filter(Armed::strikes)
                .map(found -> found.fault)
                .toList();
        return striking.stream().findFirst();
    }

    /** {@code POST /sandbox/faults}. */
    public void add(RoutingContext call) {
        Fault fault;
        try {
            fault = Fault.of(JsonBody.of(call));
        } catch (IllegalArgumentException | ClassCastException | Refusal e) {
            Json.answer(call, 400, new JsonObject().put("message", "Not a fault: " + e.getMessage()));
            return;
        }
        armed.add(new Armed(fault));
        Json.answer(call, 201, fault.view());
    }

    /** {@code GET /sandbox/faults}: what was armed, with the calls each has seen and struck. */
    public void list(RoutingContext call) {
        Json.answer(call, 200, new JsonArray(armed.stream().map(Armed::view).toList()));
    }

    /** {@code DELETE /sandbox/faults}. */
    public void clear(RoutingContext call) {
        armed.clear();
        call.response().setStatusCode(204).end();
    }

    /** A fault and how often its call came. */
    private static final class Armed {
        private final Fault fault;
        private long seen;
        private long struck;

        Armed(Fault fault) {
            this.fault = fault;
        }

        boolean strikes() {
            boolean strikes = fault.strikes(++seen);
            struck += strikes ? 1 : 0;
            return strikes;
        }

        JsonObject view() {
            return fault.view().put("seen", seen).put("struck", struck);
        }
    }
}
