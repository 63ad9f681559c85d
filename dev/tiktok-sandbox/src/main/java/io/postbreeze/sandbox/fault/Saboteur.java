package io.postbreeze.sandbox.fault;

import io.postbreeze.sandbox.business.BusinessEnvelope;
import io.postbreeze.sandbox.http.Credentials;
import io.postbreeze.sandbox.http.Envelope;
import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.http.Reply;
import io.postbreeze.sandbox.state.ChunkPlan;
import io.postbreeze.sandbox.state.Fate;
import io.postbreeze.sandbox.state.Post;
import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Stands before everything else and breaks the calls that faults strike. */
public final class Saboteur {
    /** Under this name the faults that struck a call are left with it, for the ledger. */
    public static final String STRUCK = "sandbox.fault";

    /** Under this name it is noted that the answer never came whole. */
    public static final String BROKEN = "sandbox.broken";

    private final World world;
    private final Faults faults;

    /** Does what faults say. */
    public Saboteur(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    /** Lets a call go on, or not. */
    public void pass(RoutingContext call) {
        List<Armed> striking = faults.striking(called(call));
        if (striking.isEmpty()) {
            call.next();
            return;
        }
        call.put(STRUCK, String.join(",", striking.stream().map(Armed::id).toList()));
        long delay = 0;
        @Nullable Effect ending = null;
        for (Armed fault : striking) {
            Effect effect = fault.effect();
            if (effect instanceof Effect.Delay wait) {
                delay += fault.between(wait.minMs(), wait.maxMs());
            } else if (!prepare(call, fault.id(), effect) && ending == null) {
                ending = effect;
            }
        }
        finish(call, delay, ending);
    }

    private void finish(RoutingContext call, long delay, @Nullable Effect ending) {
        if (delay == 0) {
            end(call, ending);
            return;
        }
        call.request().pause();
        call.vertx().setTimer(delay, over -> {
            call.request().resume();
            end(call, ending);
        });
    }

    /** Faults that let the call go on; false for one that does not. */
    private boolean prepare(RoutingContext call, String id, Effect effect) {
        switch (effect) {
            case Effect.DropReply drop ->
                call.put(BROKEN, true)
                        .addHeadersEndHandler(
                                effective -> call.request().connection().close());
            case Effect.TruncateReply truncate -> call.put(BROKEN, true).put(Reply.KEY, Replies.truncated());
            case Effect.MalformedJson malformed -> call.put(Reply.KEY, Replies.malformed());
            case Effect.SlowDrip slow -> call.put(Reply.KEY, Replies.dripping(slow.dripMs()));
            case Effect.WrongContentRange wrong ->
                call.addHeadersEndHandler(ready -> misstate(call.response(), wrong.bytes()));
            case Effect.ExpireUpload expire -> expire(call);
            case Effect.RevokeToken revoke -> call.addHeadersEndHandler(effective -> revoke(call));
            case Effect.Doom doom -> call.put(Fate.KEY, new Fate(id, doom.kind(), doom.failReason()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void end(RoutingContext call, @Nullable Effect ending) {
        switch (ending) {
            case Effect.Status status -> refuse(call, status);
            case Effect.ResetBeforeRead reset -> call.request().connection().close();
            case Effect.ResetAfterBytes reset -> reset(call.request(), reset.bytes());
            case null, default -> call.next();
        }
    }

    /** Each interface has its own way to say no. */
    private void refuse(RoutingContext call, Effect.Status said) {
        String path = call.normalizedPath();
        if (said.retryAfter() != null) {
            call.response().putHeader("Retry-After", said.retryAfter());
        }
        if (path.equals(Match.UPLOAD)) {
            call.response().setStatusCode(said.status()).end();
        } else if (path.startsWith("/v2/oauth/")) {
            plain(call, said, new JsonObject().put("error", said.code()).put("error_description", said.message()));
        } else if (BusinessEnvelope.owns(call)) {
            int code = said.code().matches("\\d{1,6}") ? Integer.parseInt(said.code()) : 50_000;
            BusinessEnvelope.write(call, world.now(), said.status(), code, said.message(), new JsonObject());
        } else {
            Envelope.refuse(call, world.now(), new Refusal(said.status(), said.code(), said.message()));
        }
    }

    private void plain(RoutingContext call, Effect.Status said, JsonObject body) {
        call.put("code", said.code());
        call.response()
                .setStatusCode(said.status())
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(body.put("log_id", world.secret()).encode());
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

    private static void misstate(HttpServerResponse response, long by) {
        String range = response.headers().get("Content-Range");
        int from = range == null ? -1 : range.indexOf('-');
        int to = range == null ? -1 : range.indexOf('/');
        if (range != null && from > 0 && to > from) {
            long told = Long.parseLong(range.substring(from + 1, to));
            response.putHeader("Content-Range", range.substring(0, from + 1) + (told + by) + range.substring(to));
        }
    }

    private void expire(RoutingContext call) {
        Optional<Post> upload = upload(call);
        if (upload.isPresent()) {
            world.updatePost(upload.get().uploadId(), post -> post.withUploadUntil(world.now()));
        } else {
            call.addHeadersEndHandler(effective -> token(call)
                    .flatMap(token -> world.postsOf(token.openId()).stream().findFirst())
                    .ifPresent(post -> world.updatePost(post.uploadId(), now -> now.withUploadUntil(world.now()))));
        }
    }

    private void revoke(RoutingContext call) {
        upload(call).ifPresent(post -> world.forgetTokens(post.openId()));
        token(call).ifPresent(token -> world.forgetToken(token.value()));
    }

    private Match.Call called(RoutingContext call) {
        String path = call.normalizedPath();
        Optional<Post> upload = path.equals(Match.UPLOAD) ? upload(call) : Optional.empty();
        @Nullable
        String openId = upload.map(Post::openId)
                .or(() -> token(call).map(Token::openId))
                .orElse(null);
        return new Match.Call(
                path, openId, upload.map(post -> chunk(call, post)).orElse(null));
    }

    private Optional<Post> upload(RoutingContext call) {
        return Optional.ofNullable(call.request().getParam("upload_id")).flatMap(world::upload);
    }

    /** The number of a chunk; the last one is larger than the others. */
    private static long chunk(RoutingContext call, Post post) {
        String range =
                Optional.ofNullable(call.request().getHeader("Content-Range")).orElse("");
        int end = range.indexOf('-');
        ChunkPlan plan = post.transfer().plan();
        boolean isReadable = range.startsWith("bytes ")
                && end > 6
                && end < 25
                && range.substring(6, end).chars().allMatch(Character::isDigit);
        return isReadable && plan.chunkSize() > 0
                ? Math.min(plan.count() - 1, Long.parseLong(range.substring(6, end)) / plan.chunkSize())
                : -1;
    }

    private Optional<Token> token(RoutingContext call) {
        return Credentials.any(call.request()).flatMap(world::access);
    }
}
