package io.postbreeze.sandbox.ledger;

import io.postbreeze.sandbox.fault.Saboteur;
import io.postbreeze.sandbox.http.BadCommand;
import io.postbreeze.sandbox.http.Credentials;
import io.postbreeze.sandbox.http.Json;
import io.postbreeze.sandbox.state.Creator;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.AsyncResult;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The last calls one by one, and how often each endpoint was answered how since the start. */
public final class RequestLedger {
    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_COUNTS = 1_000;
    private static final int LONGEST_PATH = 200;
    private static final int LARGEST_BODY = 4_096;

    private final World world;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Map<String, Long> counts = new TreeMap<>();

    /** Without entries. */
    public RequestLedger(World world) {
        this.world = world;
        world.onReset(() -> {
            entries.clear();
            counts.clear();
        });
    }

    /** Notes a call once it is over. Calls to the sandbox's own side are not TikTok's, and not noted. */
    public void note(RoutingContext call) {
        String path = call.normalizedPath();
        if (path.startsWith("/v2/") || path.startsWith("/open_api/") || path.equals("/video/")) {
            Instant at = world.now();
            long begun = System.nanoTime();
            // Asked for now, as a token may die of the call.
            @Nullable String openId = openId(call).orElse(null);
            call.addEndHandler(over -> add(entry(call, at, openId, (System.nanoTime() - begun) / 1_000_000, over)));
        }
        call.next();
    }

    private static Entry entry(
            RoutingContext call, Instant at, @Nullable String openId, long durationMs, AsyncResult<Void> over) {
        String path = call.normalizedPath();
        return new Entry(
                at,
                call.request().method().name(),
                path.substring(0, Math.min(LONGEST_PATH, path.length())),
                openId,
                over.succeeded() && call.get(Saboteur.BROKEN) == null
                        ? call.response().getStatusCode()
                        : 0,
                call.get("code"),
                call.get(Saboteur.STRUCK),
                call.request().bytesRead(),
                call.response().bytesWritten(),
                durationMs,
                path.equals("/video/") ? call.request().getHeader("Content-Range") : null,
                body(call));
    }

    private static @Nullable JsonObject body(RoutingContext call) {
        if (!call.request().formAttributes().isEmpty()) {
            JsonObject form = new JsonObject();
            call.request().formAttributes().forEach(form::put);
            return form.encode().length() > LARGEST_BODY ? null : Redaction.of(form);
        }
        if (call.body() == null || call.body().isEmpty() || call.body().length() > LARGEST_BODY) {
            return null;
        }
        try {
            JsonObject said = call.body().asJsonObject();
            return said == null ? null : Redaction.of(said);
        } catch (DecodeException | ClassCastException e) {
            return null;
        }
    }

    private void add(Entry entry) {
        entries.addLast(entry);
        if (entries.size() > MOST_ENTRIES) {
            entries.removeFirst();
        }
        String answer =
                entry.status() == 0 ? "aborted" : entry.status() + (entry.code() == null ? "" : " " + entry.code());
        String key = entry.method() + " " + entry.path() + " " + answer;
        // Paths are the caller's to choose, so there may be any number of them.
        counts.merge(counts.containsKey(key) || counts.size() < MOST_COUNTS ? key : "others", 1L, Long::sum);
    }

    private Optional<String> openId(RoutingContext call) {
        Optional<String> uploader = Optional.ofNullable(call.request().getParam("upload_id"))
                .flatMap(world::upload)
                .map(Post::openId);
        return uploader.or(
                () -> Credentials.any(call.request()).flatMap(world::access).map(Token::openId));
    }

    /** {@code GET /sandbox/requests}: the last calls, oldest first. */
    public void list(RoutingContext call) {
        String endpoint = call.request().getParam("endpoint");
        String openId = Optional.ofNullable(call.request().getParam("openId"))
                .map(named -> world.creator(named).map(Creator::openId).orElse(named))
                .orElse(null);
        Instant since = since(call.request().getParam("since"));
        int limit = limit(call.request().getParam("limit"));
        Stream<Entry> asked = entries.stream()
                .filter(entry -> endpoint == null || entry.path().equals(endpoint))
                .filter(entry -> openId == null || openId.equals(entry.openId()))
                .filter(entry -> !entry.at().isBefore(since));
        List<JsonObject> found = asked.map(Entry::view).toList();
        Json.answer(call, 200, new JsonArray(found.subList(Math.max(0, found.size() - limit), found.size())));
    }

    private static Instant since(@Nullable String asked) {
        try {
            return asked == null ? Instant.MIN : Instant.parse(asked);
        } catch (DateTimeException e) {
            throw new BadCommand("since", "must be an instant such as 2026-12-01T00:00:00Z");
        }
    }

    private static int limit(@Nullable String asked) {
        if (asked == null) {
            return 1_000;
        }
        if (asked.matches("\\d{1,5}") && Integer.parseInt(asked) <= MOST_ENTRIES) {
            return Integer.parseInt(asked);
        }
        throw new BadCommand("limit", "must be a whole number up to " + MOST_ENTRIES);
    }

    /** {@code GET /sandbox/requests/summary}. */
    public void summary(RoutingContext call) {
        JsonObject found = new JsonObject();
        counts.forEach(found::put);
        Json.answer(call, 200, found);
    }
}
