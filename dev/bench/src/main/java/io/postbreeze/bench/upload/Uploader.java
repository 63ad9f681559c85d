package io.postbreeze.bench.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends chunks over one connection with as little work of its own as can be. */
final class Uploader implements AutoCloseable {
    private static final byte[] BLOCK = new byte[1 << 20];

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Uploader(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** One chunk of zeros; the status that came back. */
    int put(String path, long first, long length, long total) throws IOException {
        out.write("""
                PUT %s HTTP/1.1\r
                Host: localhost\r
                Content-Type: video/mp4\r
                Content-Length: %d\r
                Content-Range: bytes %d-%d/%d\r
                \r
                """.formatted(path, length, first, first + length - 1, total).getBytes(StandardCharsets.US_ASCII));
        for (long left = length; left > 0; left -= BLOCK.length) {
            out.write(BLOCK, 0, (int) Math.min(left, BLOCK.length));
        }
        out.flush();
        return answer();
    }

    /** Reads a head; the answers to chunks have no body. */
    private int answer() throws IOException {
        String status = line();
        String next = line();
        while (!next.isEmpty()) {
            next = line();
        }
        return Integer.parseInt(status.split(" ", 3)[1]);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("The server hung up");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
