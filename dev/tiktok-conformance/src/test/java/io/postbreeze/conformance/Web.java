package io.postbreeze.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/** A web site of the application: media to be pulled, and the callback for events. */
final class Web implements AutoCloseable {
    /** One event as it came. */
    record Event(String signature, String body) {
        JsonObject envelope() {
            return new JsonObject(body);
        }

        JsonObject content() {
            return new JsonObject(envelope().getString("content"));
        }

        String name() {
            return envelope().getString("event");
        }
    }

    final List<Event> events = new CopyOnWriteArrayList<>();
    volatile int callbackStatus = 200;
    /** Whose events are kept; others are of other cases. */
    volatile String watched = "";

    private final HttpServer server;
    final String host;

    Web(Stage stage) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon(true).factory()));
        server.createContext("/", this::answer);
        server.start();
        host = "h" + Long.toString(System.nanoTime(), 36) + ".example.test";
        stage.admin("POST", "/hosts", new JsonObject().put("host", host).put("target", address()), 201);
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String url(String path) {
        return "https://" + host + "/" + path;
    }

    Web owned(Stage stage) {
        own(stage, "DOMAIN", host);
        return this;
    }

    static void own(Stage stage, String kind, String value) {
        stage.admin(
                "POST",
                "/verified-properties",
                new JsonObject().put("kind", kind).put("value", value),
                201);
    }

    private void answer(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "ok.mp4" -> send(call, 200, "video/mp4", SampleVideo.bytes());
            case "ok.jpg" -> send(call, 200, "image/jpeg", image(1080, 1440, "jpg"));
            case "square.jpg" -> send(call, 200, "image/jpeg", image(1080, 1080, "jpg"));
            case "tall.jpg" -> send(call, 200, "image/jpeg", image(1080, 1920, "jpg"));
            case "landscape.jpg" -> send(call, 200, "image/jpeg", image(1920, 1080, "jpg"));
            case "wide.jpg" -> send(call, 200, "image/jpeg", image(1081, 1440, "jpg"));
            case "long.jpg" -> send(call, 200, "image/jpeg", image(1080, 1921, "jpg"));
            case "png.png" -> send(call, 200, "image/png", image(800, 800, "png"));
            case "text.mp4", "text.jpg" ->
                send(call, 200, "text/html", "<html>none</html>".getBytes(StandardCharsets.UTF_8));
            case "broken.mp4" -> send(call, 500, "text/plain", new byte[0]);
            case "moved.mp4", "moved.jpg" -> {
                call.getResponseHeaders().add("Location", url(path.endsWith("4") ? "ok.mp4" : "ok.jpg"));
                send(call, 302, "text/plain", new byte[0]);
            }
            case "short.mp4", "short.jpg" -> {
                call.sendResponseHeaders(200, 1_000_000);
                call.getResponseBody().write(new byte[10]);
                call.close();
            }
            case "stall.mp4", "stall.jpg" -> {
                call.sendResponseHeaders(200, 1_000_000);
                call.getResponseBody().flush();
            }
            case "hook" -> hook(call);
            default -> send(call, 404, "text/plain", new byte[0]);
        }
    }

    private void hook(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (body.contains(watched)) {
            events.add(new Event(call.getRequestHeaders().getFirst("TikTok-Signature"), body));
        }
        send(call, callbackStatus, "text/plain", new byte[0]);
    }

    private static void send(HttpExchange call, int status, String type, byte[] body) throws IOException {
        call.getResponseHeaders().add("Content-Type", type);
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    static byte[] image(int width, int height, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
