package io.postbreeze.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A customer's server that is told what happens. It is broken until it is {@link #repair repaired}. */
final class WebhookReceiver implements AutoCloseable {
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d+)((?:,v1=[0-9a-f]{64})+)");
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final HttpServer server;
    private final List<Delivery> refused = new CopyOnWriteArrayList<>();
    private final List<Delivery> taken = new CopyOnWriteArrayList<>();
    private volatile boolean works;

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Delivery delivery = new Delivery(
                    header(exchange, "X-Postbreeze-Event"),
                    header(exchange, "X-Postbreeze-Delivery-Id"),
                    header(exchange, "X-Postbreeze-Signature"),
                    new String(body, StandardCharsets.UTF_8),
                    Instant.now());
            boolean takes = works;
            (takes ? taken : refused).add(delivery);
            exchange.sendResponseHeaders(takes ? 204 : 500, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    /** From now on everything is taken. */
    void repair() {
        works = true;
    }

    /** What came in vain. */
    List<Delivery> refused() {
        return List.copyOf(refused);
    }

    /** What was taken, in its order, the same more than once if it came more than once. */
    List<Delivery> taken() {
        return List.copyOf(taken);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A request as it came. */
    record Delivery(String event, String id, String signature, String body, Instant at) {
        /** Checks it as the documentation tells receivers to. */
        boolean isSignedWith(String secret) throws GeneralSecurityException {
            Matcher parts = SIGNATURE.matcher(signature);
            if (!parts.matches()) {
                return false;
            }
            Instant signed = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] expected = mac.doFinal((parts.group(1) + "." + body).getBytes(StandardCharsets.UTF_8));
            return Duration.between(signed, at).abs().compareTo(OLDEST) < 0
                    && Pattern.compile(",v1=")
                            .splitAsStream(parts.group(2))
                            .filter(text -> !text.isEmpty())
                            .anyMatch(
                                    text -> MessageDigest.isEqual(HexFormat.of().parseHex(text), expected));
        }

        JsonNode json() throws IOException {
            return Client.JSON.readTree(body);
        }
    }
}
