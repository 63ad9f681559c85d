package io.postbreeze.sandbox.webhook;

import io.postbreeze.sandbox.http.Json;
import io.postbreeze.sandbox.state.Documents;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells the app's callback what happens. Looks at the clock several times a second, so that a clock that jumps is
 * noticed as well as one that runs.
 */
public final class Webhooks {
    private static final long TICK_MS = 50;
    /** With events out of order, how many ticks one is held back for another to overtake it. */
    private static final int HELD_TICKS = 10;

    private static final int MOST_REMEMBERED = 10_000;

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(3);

    private final World world;
    private final Callback callback;
    private final Documents<Delivery> deliveries;
    private final Set<String> watched = new LinkedHashSet<>();
    private final Set<String> announced = new HashSet<>();
    private final Set<String> underWay = new HashSet<>();
    private final Deque<String> held = new ArrayDeque<>();
    private int heldTicks;

    /** Watches a world from now on. */
    public Webhooks(Vertx vertx, World world, Path directory, Callback callback) {
        this.world = world;
        this.callback = callback;
        this.deliveries = new Documents<>(directory.resolve("webhooks"), Delivery.class);
        world.posts().forEach(post -> watched.add(post.uploadId()));
        world.onPost(post -> watched.add(post.uploadId()));
        world.onDisconnect(this::disconnected);
        world.onReset(this::forget);
        vertx.setPeriodic(TICK_MS, tick -> look());
    }

    private void forget() {
        watched.clear();
        announced.clear();
        held.clear();
        underWay.clear();
        List<String> ids = deliveries.all().stream().map(Delivery::id).toList();
        ids.forEach(deliveries::remove);
    }

    private void disconnected(String openId, int reason) {
        String id = "authorization-removed-" + world.secret();
        announce(id, "authorization.removed", openId, new JsonObject().put("reason", reason), world.now());
    }

    private void look() {
        for (String uploadId : List.copyOf(watched)) {
            world.upload(uploadId).ifPresentOrElse(this::look, () -> watched.remove(uploadId));
        }
        release();
        Instant now = world.now();
        List<Delivery> due = deliveries.all().stream()
                .filter(delivery -> delivery.isDue(now) && !held.contains(delivery.id()))
                .filter(delivery -> !underWay.contains(delivery.id()))
                .toList();
        due.forEach(delivery -> send(delivery));
    }

    private void look(Post post) {
        Instant now = world.nowFor(post);
        for (PostEvent event : PostEvent.of(post, now)) {
            String id = event.key(post);
            // What happened long before this start is no news, whether it was told or not.
            if (announced.add(id)
                    && deliveries.get(id).isEmpty()
                    && event.at().plus(FORGOTTEN_AFTER).isAfter(now)) {
                announce(id, event.name(), post.openId(), event.content(post), event.at());
            }
        }
        if (PostEvent.isLast(post, now)) {
            watched.remove(post.uploadId());
        }
    }

    private void announce(String id, String event, String openId, JsonObject content, Instant at) {
        if (world.settings().webhookUrl() == null) {
            return;
        }
        deliveries.all().stream()
                .limit(Math.max(0, deliveries.all().size() - MOST_REMEMBERED))
                .filter(delivery -> !delivery.state().equals("PENDING"))
                .map(Delivery::id)
                .toList()
                .forEach(deliveries::remove);
        int wanted = 1 + world.settings().webhookRepeats();
        deliveries.put(id, new Delivery(id, event, openId, content.encode(), at, List.of(), wanted, world.now()));
        if (world.settings().webhookReorder()) {
            held.push(id);
            heldTicks = 0;
        }
    }

    /** The event that came last leaves first, and the next one once that has arrived. */
    private void release() {
        if (held.isEmpty() || (held.size() == 1 && ++heldTicks < HELD_TICKS)) {
            return;
        }
        List<String> reversed = new ArrayList<>(held);
        // None of them is to leave by itself while it waits for the one before it.
        underWay.addAll(reversed);
        held.clear();
        Future<Void> before = Future.succeededFuture();
        for (String id : reversed) {
            before = before.compose(sent -> deliveries.get(id).map(this::send).orElse(Future.succeededFuture()));
        }
    }

    private Future<Void> send(Delivery delivery) {
        String url = world.settings().webhookUrl();
        if (url == null) {
            underWay.remove(delivery.id());
            return Future.succeededFuture();
        }
        underWay.add(delivery.id());
        return callback.send(url, delivery, world.clock().real()).otherwise(0).compose(status -> {
            underWay.remove(delivery.id());
            deliveries.get(delivery.id()).ifPresent(sent -> deliveries.put(sent.id(), sent.tried(world.now(), status)));
            return Future.succeededFuture();
        });
    }

    /** {@code GET /sandbox/webhooks}: every event since a callback was set, oldest first. */
    public void list(RoutingContext call) {
        Json.answer(
                call,
                200,
                new JsonArray(deliveries.all().stream().map(Webhooks::view).toList()));
    }

    private static JsonObject view(Delivery delivery) {
        JsonArray attempts = new JsonArray();
        delivery.attempts()
                .forEach(attempt -> attempts.add(
                        new JsonObject().put("at", attempt.at().toString()).put("status", attempt.status())));
        return new JsonObject()
                .put("id", delivery.id())
                .put("event", delivery.event())
                .put("openId", delivery.openId())
                .put("content", new JsonObject(delivery.content()))
                .put("createdAt", delivery.createdAt().toString())
                .put("attempts", attempts)
                .put("state", delivery.state())
                .put(
                        "nextAttemptAt",
                        delivery.nextAttemptAt() == null
                                ? null
                                : delivery.nextAttemptAt().toString());
    }
}
