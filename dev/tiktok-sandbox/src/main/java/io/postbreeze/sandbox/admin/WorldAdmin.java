package io.postbreeze.sandbox.admin;

import io.postbreeze.sandbox.http.BadCommand;
import io.postbreeze.sandbox.http.Fields;
import io.postbreeze.sandbox.http.Json;
import io.postbreeze.sandbox.state.SandboxClock;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Time, behaviour, and a new beginning. */
public final class WorldAdmin {
    private static final Duration FARTHEST = Duration.ofDays(3_660);

    private final World world;

    /** Of a world. */
    public WorldAdmin(World world) {
        this.world = world;
    }

    /** {@code GET /sandbox/clock}. */
    public void clock(RoutingContext call) {
        SandboxClock clock = world.clock();
        Json.answer(
                call,
                200,
                new JsonObject()
                        .put("now", clock.instant().toString())
                        .put("real", clock.real().toString())
                        .put("offsetSeconds", clock.ahead().toSeconds()));
    }

    /** {@code POST /sandbox/clock}: {@code advance} by so much, or {@code set} to an instant. */
    public void setClock(RoutingContext call) {
        Fields fields = Fields.of(call);
        boolean isAdvance = fields.has("advance");
        if (isAdvance == fields.has("set")) {
            throw new BadCommand("advance", "or set is required, and only one of them");
        }
        Duration by = isAdvance ? advance(fields) : untilSet(fields);
        fields.nothingElse();
        String field = isAdvance ? "advance" : "set";
        if (by.isNegative()) {
            throw new BadCommand(field, "must not turn the clock back; reset the sandbox instead");
        }
        if (world.clock().ahead().plus(by).compareTo(FARTHEST) > 0) {
            throw new BadCommand(field, "must not lead more than ten years ahead");
        }
        world.advance(by);
        clock(call);
    }

    private static Duration advance(Fields fields) {
        try {
            return fields.value("advance") instanceof Number
                    ? Duration.ofSeconds(fields.number("advance", 0, FARTHEST.toSeconds()))
                    : Duration.parse(fields.required("advance"));
        } catch (DateTimeException e) {
            throw new BadCommand("advance", "must be seconds or a duration such as PT25H");
        }
    }

    private Duration untilSet(Fields fields) {
        try {
            return Duration.between(world.now(), Instant.parse(fields.required("set")));
        } catch (DateTimeException e) {
            throw new BadCommand("set", "must be an instant such as 2026-12-01T00:00:00Z");
        }
    }

    /** {@code GET /sandbox/settings}. */
    public void settings(RoutingContext call) {
        Json.answer(call, 200, new JsonObject(world.settings().toJson()));
    }

    /** {@code POST /sandbox/settings}: changes those that are named. */
    public void change(RoutingContext call) {
        String json = call.body().isEmpty() ? "{}" : String.valueOf(call.body().asString());
        try {
            world.change(world.settings().changedBy(json));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            int end = message.indexOf(' ');
            throw new BadCommand(
                    end < 0 ? message : message.substring(0, end), end < 0 ? "" : message.substring(end + 1));
        }
        settings(call);
    }

    /** {@code POST /sandbox/reset}. */
    public void reset(RoutingContext call) {
        world.reset();
        call.response().setStatusCode(204).end();
    }
}
