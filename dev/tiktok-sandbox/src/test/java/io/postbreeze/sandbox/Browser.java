package io.postbreeze.sandbox;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A Chromium without a window, driven by its DevTools protocol. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonObject>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private @Nullable String session;

    private Browser(Process process, String address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
    }

    /** The browser of this machine, if it has one. */
    static Optional<Path> installed() {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path program, Path profile) throws IOException {
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--mute-audio",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String address = lines.lines()
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(word -> word.startsWith("ws://"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The browser did not start"));
        // What it says from now on is not read by anybody, and must not stop it.
        Thread.ofVirtual().start(() -> drain(process));
        return new Browser(process, address);
    }

    private static void drain(Process process) {
        try {
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // It was closed, which is how every test ends.
        }
    }

    /** Opens a page in a new tab of a size, in dark or light, and waits until it is loaded. */
    void open(String url, int width, int height, boolean dark) {
        session = null;
        complaints.clear();
        String target = call("Target.createTarget", new JsonObject().put("url", "about:blank"))
                .getString("targetId");
        session = call(
                        "Target.attachToTarget",
                        new JsonObject().put("targetId", target).put("flatten", true))
                .getString("sessionId");
        call("Runtime.enable", new JsonObject());
        call("Log.enable", new JsonObject());
        call("Page.enable", new JsonObject());
        call(
                "Emulation.setDeviceMetricsOverride",
                new JsonObject()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", width < 600));
        JsonObject scheme = new JsonObject().put("name", "prefers-color-scheme").put("value", dark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", new JsonObject().put("features", new JsonArray().add(scheme)));
        call("Page.navigate", new JsonObject().put("url", url));
        await("location.href !== 'about:blank' && document.readyState === 'complete'");
    }

    /** The value of an expression, which may be a promise. */
    @Nullable
    Object value(String expression) {
        JsonObject answer = call(
                "Runtime.evaluate",
                new JsonObject()
                        .put("expression", expression)
                        .put("awaitPromise", true)
                        .put("returnByValue", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new IllegalStateException(
                    answer.getJsonObject("exceptionDetails").encode());
        }
        return answer.getJsonObject("result").getValue("value");
    }

    String text(String expression) {
        return String.valueOf(value(expression));
    }

    int number(String expression) {
        return value(expression) instanceof Number number ? number.intValue() : -1;
    }

    void await(String condition) {
        Awaitility.await(condition)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Boolean.TRUE.equals(value("Boolean(" + condition + ")")));
    }

    /** What the console said that nobody wants to read: errors, refused scripts, files that are missing. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** By how many pixels the page is wider than its window. */
    int overflow() {
        return number("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    byte[] picture(boolean whole) {
        JsonObject answer = call("Page.captureScreenshot", new JsonObject().put("captureBeyondViewport", whole));
        return Base64.getDecoder().decode(answer.getString("data"));
    }

    JsonObject call(String method, JsonObject parameters) {
        int id = ids.incrementAndGet();
        JsonObject message =
                new JsonObject().put("id", id).put("method", method).put("params", parameters);
        if (session != null) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonObject> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(message.encode(), true).join();
        JsonObject said =
                answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (said.containsKey("error")) {
            throw new IllegalStateException(
                    method + ": " + said.getJsonObject("error").encode());
        }
        return said.getJsonObject("result");
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(JsonObject message) {
        Integer id = message.getInteger("id");
        CompletableFuture<JsonObject> answer = id == null ? null : waiting.remove(id);
        if (answer != null) {
            answer.complete(message);
            return;
        }
        JsonObject said = message.getJsonObject("params", new JsonObject());
        switch (message.getString("method", "")) {
            case "Runtime.exceptionThrown" -> complaints.add(said.encode());
            case "Log.entryAdded" -> complain(said.getJsonObject("entry"), "level");
            case "Runtime.consoleAPICalled" -> complain(said, "type");
            default -> {}
        }
    }

    private void complain(JsonObject entry, String kind) {
        if ("error".equals(entry.getString(kind))) {
            complaints.add(entry.encode());
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            parts.append(part);
            if (isLast) {
                hear(new JsonObject(parts.toString()));
                parts.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            waiting.values().forEach(answer -> answer.completeExceptionally(error));
        }
    }
}
