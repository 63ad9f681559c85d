package io.postbreeze.sandbox.admin;

import io.postbreeze.sandbox.http.BadCommand;
import io.postbreeze.sandbox.http.Fields;
import io.postbreeze.sandbox.http.Json;
import io.postbreeze.sandbox.state.Properties.Property;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;

/** Which addresses the app has proven to own, and where their hosts really are. */
public final class PropertyAdmin {
    private final World world;

    /** Of a world. */
    public PropertyAdmin(World world) {
        this.world = world;
    }

    /** {@code POST /sandbox/verified-properties}. */
    public void own(RoutingContext call) {
        Fields fields = Fields.of(call);
        String kind = fields.required("kind").toUpperCase(Locale.ROOT);
        String value = fields.required("value");
        fields.nothingElse();
        if (!List.of("DOMAIN", "PREFIX").contains(kind)) {
            throw new BadCommand("kind", "must be DOMAIN or PREFIX");
        }
        try {
            Property property = new Property(Property.Kind.valueOf(kind), value);
            world.properties().own(property);
            Json.answer(call, 201, view(property));
        } catch (IllegalArgumentException e) {
            throw new BadCommand("value", String.valueOf(e.getMessage()).replaceFirst("^value ", ""));
        }
    }

    /** {@code GET /sandbox/verified-properties}. */
    public void owned(RoutingContext call) {
        Json.answer(
                call,
                200,
                new JsonArray(world.properties().owned().stream()
                        .map(PropertyAdmin::view)
                        .toList()));
    }

    /** {@code DELETE /sandbox/verified-properties}. */
    public void disown(RoutingContext call) {
        world.properties().disownAll();
        call.response().setStatusCode(204).end();
    }

    private static JsonObject view(Property property) {
        return new JsonObject().put("kind", property.kind().name()).put("value", property.value());
    }

    /** {@code POST /sandbox/hosts}. */
    public void map(RoutingContext call) {
        Fields fields = Fields.of(call);
        String host = fields.required("host");
        String target = fields.required("target");
        fields.nothingElse();
        try {
            world.properties().map(host, target);
        } catch (IllegalArgumentException e) {
            throw new BadCommand("target", "must be an address such as http://127.0.0.1:8091");
        }
        Json.answer(call, 201, new JsonObject().put("host", host).put("target", target));
    }

    /** {@code GET /sandbox/hosts}. */
    public void hosts(RoutingContext call) {
        JsonArray hosts = new JsonArray();
        world.properties()
                .hosts()
                .forEach((host, target) ->
                        hosts.add(new JsonObject().put("host", host).put("target", target.toString())));
        Json.answer(call, 200, hosts);
    }

    /** {@code DELETE /sandbox/hosts}. */
    public void unmap(RoutingContext call) {
        world.properties().unmapAll();
        call.response().setStatusCode(204).end();
    }
}
