package io.postbreeze.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds TCP ports that nobody listens on. */
public final class FreePorts {
    private FreePorts() {}

    /** A port on 127.0.0.1 that was free a moment ago; another process may still take it before its user binds it. */
    public static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
