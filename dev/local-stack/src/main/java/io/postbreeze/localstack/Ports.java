package io.postbreeze.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which {@link Listener} listens where. */
public final class Ports {
    static final String OFFSET = "POSTBREEZE_PORT_OFFSET";

    private final Map<Listener, Integer> ports;

    private Ports(Map<Listener, Integer> ports) {
        this.ports = ports;
    }

    /**
     * The usual ports, all moved by {@value #OFFSET}, each replaceable by its own variable.
     *
     * @throws StackFailure when a variable is not a port
     */
    public static Ports from(Map<String, String> environment) {
        int offset = number(environment, OFFSET, 0);
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        for (Listener listener : Listener.values()) {
            int port = number(environment, listener.variable(), listener.usualPort() + offset);
            if (port < 1 || port > 65_535) {
                throw new StackFailure("%s cannot listen on port %d; see %s and %s."
                        .formatted(listener.title(), port, listener.variable(), OFFSET));
            }
            ports.put(listener, port);
        }
        return new Ports(ports);
    }

    private static int number(Map<String, String> environment, String variable, int otherwise) {
        String value = environment.getOrDefault(variable, "");
        try {
            return value.isBlank() ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new StackFailure(variable + " is not a number: " + value, e);
        }
    }

    int of(Listener listener) {
        return ports.getOrDefault(listener, listener.usualPort());
    }

    String url(Listener listener) {
        return "http://127.0.0.1:" + of(listener);
    }

    /** @throws StackFailure naming the first port that is taken and who wanted it */
    void checkFree() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            // Held until all are checked, so that two listeners with one port are found as well.
            ports.forEach((listener, port) -> held.add(bind(listener, port)));
        } finally {
            held.forEach(Ports::close);
        }
    }

    private static ServerSocket bind(Listener listener, int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return socket;
        } catch (IOException e) {
            throw new StackFailure(
                    "Port %d is taken, and %s wants it. Stop what listens there, or set %s to another port."
                            .formatted(port, listener.title(), listener.variable()),
                    e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new StackFailure("Cannot let go of port " + socket.getLocalPort(), e);
        }
    }
}
