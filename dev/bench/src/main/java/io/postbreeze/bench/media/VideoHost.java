package io.postbreeze.bench.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.postbreeze.testkit.SampleVideo;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A web server on this machine with one video of 500 MiB: a short clip and a box of nothing behind it. It hangs up
 * once, after 70 % of the first answer, and knows ranges.
 */
final class VideoHost implements AutoCloseable {
    static final int BYTES = 500 << 20;

    private static final int PIECE = 64 << 10;
    private static final int CUT = BYTES / 10 * 7;
    private static final String VERSION = "\"1\"";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final byte[] head;
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();

    private VideoHost(HttpServer server) {
        this.server = server;
        byte[] clip = SampleVideo.bytes();
        this.head = Arrays.copyOf(clip, clip.length + 8);
        ByteBuffer.wrap(head, clip.length, 8)
                .putInt(BYTES - clip.length)
                .put("free".getBytes(StandardCharsets.US_ASCII));
    }

    static VideoHost start() throws IOException {
        VideoHost host =
                new VideoHost(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        host.server.setExecutor(host.threads);
        host.server.createContext("/", host::answer);
        host.server.start();
        return host;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/large.mp4";
    }

    /** Requests that were answered. */
    int asked() {
        return asked.get();
    }

    /** Bytes that were given to the network, those that nobody read any more included. */
    long sent() {
        return sent.get();
    }

    private void answer(HttpExchange call) throws IOException {
        boolean isFirst = asked.incrementAndGet() == 1;
        String range = call.getRequestHeaders().getFirst("Range");
        boolean isPart =
                range != null && VERSION.equals(call.getRequestHeaders().getFirst("If-Range"));
        int from = isPart ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        call.getResponseHeaders().add("ETag", VERSION);
        if (isPart) {
            call.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (BYTES - 1) + "/" + BYTES);
        }
        try (call) {
            call.sendResponseHeaders(isPart ? 206 : 200, BYTES - from);
            write(call.getResponseBody(), from, isFirst ? CUT : BYTES);
        }
    }

    private void write(OutputStream body, int from, int to) throws IOException {
        byte[] nothing = new byte[PIECE];
        int at = from;
        if (at < head.length) {
            body.write(head, at, head.length - at);
            sent.addAndGet(head.length - at);
            at = head.length;
        }
        while (at < to) {
            int length = Math.min(PIECE, to - at);
            body.write(nothing, 0, length);
            sent.addAndGet(length);
            at += length;
        }
        body.flush();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
