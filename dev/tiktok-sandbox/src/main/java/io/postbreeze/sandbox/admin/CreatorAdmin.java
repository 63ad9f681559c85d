package io.postbreeze.sandbox.admin;

import io.postbreeze.sandbox.http.BadCommand;
import io.postbreeze.sandbox.http.Fields;
import io.postbreeze.sandbox.http.Json;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who lives here, and how their accounts are set. */
public final class CreatorAdmin {
    private static final int LONGEST_SECONDS = 600;
    private static final long MOST_FOLLOWERS = 1_000_000_000L;
    private static final int MOST_CREATORS = 10_000;
    private static final int MOST_REASON = 5;

    private final World world;

    /** Of a world. */
    public CreatorAdmin(World world) {
        this.world = world;
    }

    /** {@code POST /sandbox/creators}. */
    public void create(RoutingContext call) {
        Fields fields = Fields.of(call);
        String handle = fields.required("handle");
        if (!handle.matches("[a-z0-9_.]{2,24}")) {
            throw new BadCommand("handle", "must be 2 to 24 small letters, digits, dots or underscores");
        }
        if (world.creator(handle).isPresent()) {
            throw BadCommand.conflict("handle " + handle + " is taken");
        }
        if (world.creators().size() >= MOST_CREATORS) {
            throw BadCommand.conflict("there are " + MOST_CREATORS + " creators already; reset the sandbox");
        }
        String openId = "-000" + world.secret().substring(0, 28);
        Creator blank =
                new Creator(openId, handle, handle, false, null, LONGEST_SECONDS, Set.of(), null, false, 1_000, true);
        Creator created = changed(blank, fields);
        world.putCreator(created);
        Json.answer(call, 201, view(created));
    }

    /** {@code PATCH /sandbox/creators/:openId}. */
    public void change(RoutingContext call) {
        Creator changed = changed(asked(call), Fields.of(call));
        world.putCreator(changed);
        Json.answer(call, 200, view(changed));
    }

    private static Creator changed(Creator creator, Fields fields) {
        @Nullable Long cap = fields.number("postsPerDay", Integer.MAX_VALUE);
        Creator changed = new Creator(
                creator.openId(),
                creator.handle(),
                fields.text("displayName", creator.displayName()),
                fields.flag("private", creator.isPrivate()),
                fields.has("audited") ? fields.flag("audited") : creator.audited(),
                (int) fields.number("maxDurationSeconds", creator.maxDurationSeconds(), LONGEST_SECONDS),
                fields.has("interactionsDisabled") ? interactions(fields) : creator.interactionsDisabled(),
                !fields.has("postsPerDay")
                        ? creator.postsPerDay()
                        : cap == null ? null : Integer.valueOf(cap.intValue()),
                fields.flag("banned", creator.banned()),
                fields.number("followers", creator.followers(), MOST_FOLLOWERS),
                fields.flag("business", creator.business()));
        if (changed.displayName().isBlank() || changed.displayName().length() > 60) {
            throw new BadCommand("displayName", "must have 1 to 60 characters");
        }
        fields.nothingElse();
        return changed;
    }

    private static Set<String> interactions(Fields fields) {
        Set<String> asked = Set.copyOf(
                Set.of(fields.texts("interactionsDisabled").stream().distinct().toArray(String[]::new)));
        if (!Creator.INTERACTIONS.containsAll(asked)) {
            throw new BadCommand("interactionsDisabled", "may hold comment, duet and stitch");
        }
        return asked;
    }

    /** {@code GET /sandbox/creators}. */
    public void list(RoutingContext call) {
        Json.answer(
                call,
                200,
                new JsonArray(world.creators().stream().map(CreatorAdmin::view).toList()));
    }

    /** {@code GET /sandbox/creators/:openId}. */
    public void show(RoutingContext call) {
        Json.answer(call, 200, view(asked(call)));
    }

    /** {@code POST /sandbox/creators/:openId/disconnect}: the creator takes the app's permission away. */
    public void disconnect(RoutingContext call) {
        Fields fields = Fields.of(call);
        int reason = (int) fields.number("reason", 1, MOST_REASON);
        fields.nothingElse();
        world.disconnect(asked(call).openId(), reason);
        call.response().setStatusCode(204).end();
    }

    private Creator asked(RoutingContext call) {
        return world.creator(String.valueOf(call.pathParam("openId")))
                .orElseThrow(() -> BadCommand.unknown("this creator"));
    }

    private static JsonObject view(Creator creator) {
        return new JsonObject()
                .put("openId", creator.openId())
                .put("handle", creator.handle())
                .put("username", creator.handle())
                .put("displayName", creator.displayName())
                .put("private", creator.isPrivate())
                .put("audited", creator.audited())
                .put("maxDurationSeconds", creator.maxDurationSeconds())
                .put(
                        "interactionsDisabled",
                        new JsonArray(
                                creator.interactionsDisabled().stream().sorted().toList()))
                .put("postsPerDay", creator.postsPerDay())
                .put("banned", creator.banned())
                .put("followers", creator.followers())
                .put("business", creator.business())
                .put("privacyOptions", new JsonArray(creator.privacyOptions()));
    }
}
