package io.postbreeze.sandbox.fault;

import io.postbreeze.sandbox.http.BadCommand;
import io.postbreeze.sandbox.http.Json;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/** The faults there are. Nothing is broken after a restart, unless a scenario file says so. */
public final class Faults {
    private static final int MOST = 1_000;

    private final World world;
    private final List<Armed> armed = new ArrayList<>();
    private long made;

    /** Without faults. */
    public Faults(World world) {
        this.world = world;
        world.faultsAre(id -> armed.stream().anyMatch(fault -> fault.id().equals(id)));
        world.onReset(armed::clear);
    }

    /** Those that strike a call. Every fault that is about it counts it, also those that do not get to strike. */
    List<Armed> striking(Match.Call call) {
        return List.copyOf(armed).stream().filter(fault -> fault.strikes(call)).toList();
    }

    /**
     * Arms what a scenario says: one fault, or a list under {@code faults}; all of them or, when one makes no sense,
     * none.
     *
     * @throws BadCommand naming the field that makes no sense
     */
    public List<JsonObject> arm(String json) {
        JsonObject body;
        try {
            body = new JsonObject(json);
        } catch (DecodeException | ClassCastException e) {
            throw new BadCommand("", "a fault must be a JSON object");
        }
        JsonArray said = body.containsKey("faults") ? list(body) : new JsonArray().add(body);
        if (armed.size() + said.size() > MOST) {
            throw new BadCommand("faults", "must not be more than " + MOST);
        }
        List<Armed> read = new ArrayList<>();
        for (Object one : said) {
            if (!(one instanceof JsonObject fault)) {
                throw new BadCommand("faults", "must be a list of faults");
            }
            read.add(FaultReader.read("fault_" + (made + read.size() + 1), fault, this::openId));
        }
        made += read.size();
        armed.addAll(read);
        return read.stream().map(Armed::view).toList();
    }

    private static JsonArray list(JsonObject body) {
        if (body.size() == 1 && body.getValue("faults") instanceof JsonArray list) {
            return list;
        }
        throw new BadCommand("faults", "must be a list of faults, and alone");
    }

    private String openId(String openIdOrHandle) {
        return world.creator(openIdOrHandle).map(Creator::openId).orElseThrow(() -> BadCommand.unknown("this creator"));
    }

    /** {@code POST /sandbox/faults}. */
    public void add(RoutingContext call) {
        String body = call.body().isEmpty() ? "" : String.valueOf(call.body().asString());
        List<JsonObject> made = arm(body);
        if (made.size() == 1) {
            Json.answer(call, 201, made.getFirst());
        } else {
            Json.answer(call, 201, new JsonArray(made));
        }
    }

    /** {@code GET /sandbox/faults}: with the calls each has seen and struck. */
    public void list(RoutingContext call) {
        Json.answer(call, 200, new JsonArray(armed.stream().map(Armed::view).toList()));
    }

    /** {@code DELETE /sandbox/faults}. */
    public void clear(RoutingContext call) {
        armed.clear();
        call.response().setStatusCode(204).end();
    }

    /** {@code DELETE /sandbox/faults/:id}. */
    public void remove(RoutingContext call) {
        if (!armed.removeIf(fault -> fault.id().equals(call.pathParam("id")))) {
            throw BadCommand.unknown("this fault");
        }
        call.response().setStatusCode(204).end();
    }
}
