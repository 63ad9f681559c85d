package io.postbreeze.postapi.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A customer's server: takes what it is sent, unless it was told to fail. */
public final class Receiver implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final List<Taken> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final int port;
    private volatile HttpServer server;
    private volatile BiFunction<String, Integer, Fault> faults = (delivery, tried) -> Fault.NONE;

    /** What goes wrong. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** 500 with a long body. */
        ERROR,
        /** No answer, ever. */
        HANG,
        /** The connection is torn down. */
        RESET,
        /** Sent elsewhere, which nobody must follow. */
        REDIRECT,
        /** 410. */
        GONE,
        /** 204, but something hangs on behind it. */
        ENDLESS
    }

    /** A request as it came. */
    public record Taken(Map<String, String> headers, String body, Fault fault) {
        /** Its body. */
        public JsonObject json() {
            return new JsonObject(body);
        }

        /** Its delivery id. */
        public String delivery() {
            return headers.get("x-postbreeze-delivery-id");
        }

        /** Whether it was answered with 2xx. */
        public boolean accepted() {
            return fault == Fault.NONE || fault == Fault.ENDLESS;
        }

        /** The way a customer checks a signature, written anew. */
        public boolean isSignedBy(String secret) {
            String signature = headers.get("x-postbreeze-signature");
            String time = signature.substring(2, signature.indexOf(','));
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                String expected =
                        HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
                return List.of(signature.split(",")).contains("v1=" + expected);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A receiver with a port of its own that does not listen yet. */
    public static Receiver closed() {
        Receiver receiver = open();
        receiver.shut();
        return receiver;
    }

    /** A receiver that listens. */
    public static Receiver open() {
        return new Receiver();
    }

    private Receiver() {
        server = listen(0);
        port = server.actualPort();
    }

    /** Its address. */
    public String url() {
        return "http://127.0.0.1:" + port + "/hook?from=postbreeze";
    }

    /** Decides by delivery id and number of the try. */
    public void failing(BiFunction<String, Integer, Fault> decision) {
        faults = decision;
    }

    /** Every request so far, in order. */
    public List<Taken> requests() {
        return List.copyOf(requests);
    }

    /** Those it answered with 2xx. */
    public List<Taken> accepted() {
        return requests.stream().filter(Taken::accepted).toList();
    }

    /** Refuses connections from now on. */
    public void shut() {
        await(server.close());
    }

    /** Takes connections again. */
    public void reopen() {
        server = listen(port);
    }

    private HttpServer listen(int wanted) {
        return await(vertx.createHttpServer().requestHandler(this::take).listen(wanted, "127.0.0.1"));
    }

    private void take(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            Map<String, String> headers = new ConcurrentHashMap<>();
            request.headers().forEach((name, value) -> headers.put(name.toLowerCase(), value));
            String delivery = headers.getOrDefault("x-postbreeze-delivery-id", "none");
            Fault fault = faults.apply(delivery, tries.merge(delivery, 1, Integer::sum));
            requests.add(new Taken(headers, body.toString(), fault));
            answer(request, fault);
        });
    }

    private void answer(HttpServerRequest request, Fault fault) {
        switch (fault) {
            case NONE -> request.response().end("taken");
            case ERROR -> request.response().setStatusCode(500).end("no \0 " + "x".repeat(100_000));
            case HANG -> vertx.setTimer(60_000, late -> request.connection().close());
            case RESET -> request.connection().close();
            case REDIRECT ->
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", url())
                        .end();
            case GONE -> request.response().setStatusCode(410).end();
            case ENDLESS -> request.response().setChunked(true).write("first words");
        }
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }
}
