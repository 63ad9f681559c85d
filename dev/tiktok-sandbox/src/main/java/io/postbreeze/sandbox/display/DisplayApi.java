package io.postbreeze.sandbox.display;

import io.postbreeze.sandbox.http.JsonBody;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** {@code user/info}, {@code video/list} and {@code video/query}. */
public final class DisplayApi {
    private static final int MAX_IDS = 20;
    private static final int MAX_PAGE = 20;
    private static final int DEFAULT_PAGE = 10;

    private final World world;

    /** The three endpoints. */
    public DisplayApi(World world) {
        this.world = world;
    }

    /** Data of {@code user/info}; a field outside the granted scopes fails the whole call. */
    public JsonObject userInfo(RoutingContext call, Token token) {
        Creator creator = creator(token);
        Set<String> fields = fields(call);
        if (!token.scopes().containsAll(fields.stream().map(UserFields::scope).toList())) {
            throw missingScope();
        }
        List<Entry> entries = Entry.of(world, creator.openId());
        AccountNumbers numbers = AccountNumbers.of(creator, entries, world.now());
        JsonObject user = new JsonObject();
        fields.forEach(field -> user.put(field, UserFields.value(field, creator, numbers, entries.size())));
        return new JsonObject().put("user", user);
    }

    /** Data of {@code video/list}: public posts, newest first. */
    public JsonObject videoList(RoutingContext call, Token token) {
        Set<String> fields = videoFields(call);
        JsonObject body = call.body().isEmpty() ? new JsonObject() : JsonBody.of(call);
        long cursor = body.containsKey("cursor") ? JsonBody.number(body, "cursor") : Long.MAX_VALUE;
        long most = body.containsKey("max_count") ? JsonBody.number(body, "max_count") : DEFAULT_PAGE;
        if (most < 1 || most > MAX_PAGE) {
            throw Refusal.invalidParams("The max_count is invalid");
        }
        if (cursor < 0) {
            throw Refusal.invalidParams("The cursor is invalid");
        }
        List<Entry> older = Entry.of(world, token.openId()).stream()
                .filter(entry -> entry.at() < cursor)
                .toList();
        List<Entry> page = older.stream().limit(most).toList();
        return new JsonObject()
                .put("videos", videos(page, token, fields))
                .put("cursor", page.isEmpty() ? 0 : page.getLast().at())
                .put("has_more", older.size() > page.size());
    }

    /** Data of {@code video/query}: those of the named videos that are this creator's and public. */
    public JsonObject videoQuery(RoutingContext call, Token token) {
        Set<String> fields = videoFields(call);
        JsonObject filters = JsonBody.object(JsonBody.of(call), "filters");
        if (!(filters.getValue("video_ids") instanceof JsonArray ids) || ids.isEmpty() || ids.size() > MAX_IDS) {
            throw Refusal.invalidParams("The video_ids are empty or more than 20");
        }
        if (!ids.stream().allMatch(String.class::isInstance)) {
            throw Refusal.invalidParams("The video_ids must be strings");
        }
        Set<Object> wanted = new LinkedHashSet<>(ids.getList());
        List<Entry> found = Entry.of(world, token.openId()).stream()
                .filter(entry -> wanted.contains(String.valueOf(entry.id())))
                .toList();
        return new JsonObject().put("videos", videos(found, token, fields));
    }

    private JsonArray videos(List<Entry> entries, Token token, Set<String> fields) {
        String handle = creator(token).handle();
        JsonArray videos = new JsonArray();
        entries.forEach(entry -> videos.add(VideoFields.of(entry, handle, fields, world.now())));
        return videos;
    }

    private Creator creator(Token token) {
        return world.creator(token.openId()).orElseThrow(Refusal::badToken);
    }

    /** TikTok's pages disagree about the word; the status goes with it. */
    private Refusal missingScope() {
        Refusal usual = Refusal.badScope();
        String word = world.settings().missingScopeWord();
        return word.equals(usual.code()) ? usual : new Refusal(400, word, String.valueOf(usual.getMessage()));
    }

    private static Set<String> videoFields(RoutingContext call) {
        Set<String> fields = fields(call);
        VideoFields.check(fields);
        return fields;
    }

    private static Set<String> fields(RoutingContext call) {
        String asked = Objects.requireNonNullElse(call.request().getParam("fields"), "");
        Set<String> fields = new LinkedHashSet<>(Stream.of(asked.split(","))
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .toList());
        if (fields.isEmpty()) {
            throw Refusal.invalidParams("Fields is required");
        }
        return fields;
    }
}
