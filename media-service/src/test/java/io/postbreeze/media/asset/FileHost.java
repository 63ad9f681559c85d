package io.postbreeze.media.asset;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.postbreeze.testkit.SampleVideo;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A web server as users' files lie on, with all its bad habits; which one, the path says. */
final class FileHost implements AutoCloseable {
    /** Size of {@code /long.mp4}: three parts. */
    static final int LONG_BYTES = 18 << 20;

    private static final byte[] VIDEO = SampleVideo.bytes();
    private static final byte[] JPEG =
            Arrays.copyOf(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, 5_000);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Integer> begunAt = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();

    private FileHost(HttpServer server) {
        this.server = server;
    }

    static FileHost start() throws IOException {
        FileHost host = new FileHost(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
        host.server.setExecutor(host.threads);
        host.server.createContext("/", host::answer);
        host.server.start();
        return host;
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    int asked() {
        return asked.get();
    }

    /** Lets what is held back go. */
    void open() {
        gate.countDown();
    }

    private void answer(HttpExchange call) throws IOException {
        asked.incrementAndGet();
        try (call) {
            switch (call.getRequestURI().getPath()) {
                case "/page" -> send(call, "<!DOCTYPE html><html><body>Sign in</body></html>");
                case "/json" -> send(call, "{\"error\":\"no\"}");
                case "/empty" -> call.sendResponseHeaders(200, -1);
                case "/missing" -> call.sendResponseHeaders(404, -1);
                case "/private" -> call.sendResponseHeaders(403, -1);
                case "/broken" -> call.sendResponseHeaders(502, -1);
                case "/avi" -> send(call, "RIFF\u0000\u0000\u0000\u0000AVI LIST");
                case "/loop" -> redirect(call, "/loop");
                case "/to-metadata" -> redirect(call, "http://169.254.169.254/latest/meta-data/");
                case "/to-file" -> redirect(call, "file:///etc/passwd");
                case "/to-clip/holiday.mp4" -> redirect(call, "../clip.mp4");
                case "/gzip" -> send(call, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0});
                default -> badly(call);
            }
        }
    }

    private void badly(HttpExchange call) throws IOException {
        switch (call.getRequestURI().getPath()) {
            case "/long.mp4" -> longVideo(call);
            case "/cut-at-70.mp4" -> cut(call, "\"1\"");
            case "/replaced.mp4" -> cut(call, "\"" + asked.get() + "\"");
            case "/steady.mp4" -> steady(call, "\"1\"");
            case "/renewed.mp4" -> steady(call, "\"" + asked.get() + "\"");
            case "/cut-unnamed.mp4" -> {
                call.sendResponseHeaders(200, LONG_BYTES);
                write(call, longVideo(), 0, LONG_BYTES / 10 * 7);
            }
            case "/huge-photo" -> announce(call, JPEG, 20L << 20);
            case "/endless-photo" -> endless(call);
            case "/huge-video" -> announce(call, VIDEO, 500L << 20);
            case "/cut-off.mp4" -> announce(call, VIDEO, 1);
            case "/stalls.mp4" -> stall(call);
            case "/drips.mp4", "/gated.mp4" -> drip(call);
            case "/huge-headers" -> {
                call.getResponseHeaders().add("X-Long", "x".repeat(40_000));
                send(call, VIDEO);
            }
            default -> send(call, VIDEO);
        }
    }

    private static void send(HttpExchange call, String text) throws IOException {
        send(call, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void send(HttpExchange call, byte[] bytes) throws IOException {
        // As many servers do: the type says nothing.
        call.getResponseHeaders().add("Content-Type", "video/mp4");
        call.sendResponseHeaders(200, bytes.length);
        call.getResponseBody().write(bytes);
    }

    private static void redirect(HttpExchange call, String to) throws IOException {
        call.getResponseHeaders().add("Location", to);
        call.sendResponseHeaders(302, -1);
    }

    /** Promises more than it sends. */
    private static void announce(HttpExchange call, byte[] bytes, long more) throws IOException {
        call.sendResponseHeaders(200, bytes.length + more);
        call.getResponseBody().write(bytes);
        call.getResponseBody().flush();
    }

    private static void endless(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, 0);
        OutputStream body = call.getResponseBody();
        body.write(JPEG);
        byte[] zeros = new byte[64 << 10];
        while (true) {
            body.write(zeros);
        }
    }

    /** A video with a large box of nothing at its end, in chunks. */
    private static void longVideo(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, 0);
        call.getResponseBody().write(longVideo());
    }

    static byte[] longVideo() {
        byte[] all = Arrays.copyOf(VIDEO, LONG_BYTES);
        ByteBuffer.wrap(all, VIDEO.length, 8)
                .putInt(LONG_BYTES - VIDEO.length)
                .put("free".getBytes(StandardCharsets.US_ASCII));
        return all;
    }

    /** Hangs up after 70 % the first time, and goes on from any byte for whoever has the version. */
    private void cut(HttpExchange call, String version) throws IOException {
        byte[] all = longVideo();
        call.getResponseHeaders().add("ETag", version);
        String range = call.getRequestHeaders().getFirst("Range");
        if (range == null) {
            call.sendResponseHeaders(200, LONG_BYTES);
            write(call, all, 0, LONG_BYTES / 10 * 7);
        } else if (version.equals(call.getRequestHeaders().getFirst("If-Range"))) {
            int from = Integer.parseInt(range.replaceAll("\\D", ""));
            call.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (LONG_BYTES - 1) + "/" + LONG_BYTES);
            call.sendResponseHeaders(206, LONG_BYTES - from);
            write(call, all, from, LONG_BYTES - from);
        } else {
            call.sendResponseHeaders(200, LONG_BYTES);
            write(call, all, 0, 1_000);
        }
    }

    /** All of it, or what is asked for by whoever has the version. */
    private void steady(HttpExchange call, String version) throws IOException {
        byte[] all = longVideo();
        call.getResponseHeaders().add("ETag", version);
        String range = call.getRequestHeaders().getFirst("Range");
        boolean isPart =
                range != null && version.equals(call.getRequestHeaders().getFirst("If-Range"));
        int from = isPart ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        begunAt.add(from);
        if (isPart) {
            call.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (LONG_BYTES - 1) + "/" + LONG_BYTES);
        }
        call.sendResponseHeaders(isPart ? 206 : 200, LONG_BYTES - from);
        write(call, all, from, LONG_BYTES - from);
    }

    /** The first bytes of the answers of {@code /steady.mp4} and {@code /renewed.mp4}. */
    List<Integer> begunAt() {
        return List.copyOf(begunAt);
    }

    private void write(HttpExchange call, byte[] all, int from, int length) throws IOException {
        call.getResponseBody().write(all, from, length);
        call.getResponseBody().flush();
        sent.addAndGet(length);
    }

    /** Bytes of {@code /cut-at-70.mp4} that were sent. */
    long sent() {
        return sent.get();
    }

    private void stall(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, VIDEO.length);
        call.getResponseBody().write(VIDEO, 0, 10_000);
        call.getResponseBody().flush();
        within(closed, 30_000);
    }

    /** A byte now and then, and the rest at once when the gate is opened. */
    private void drip(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, VIDEO.length);
        OutputStream body = call.getResponseBody();
        int sent = 0;
        while (!within(gate, 300) && closed.getCount() > 0) {
            body.write(VIDEO[sent++]);
            body.flush();
        }
        body.write(VIDEO, sent, VIDEO.length - sent);
    }

    private static boolean within(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
