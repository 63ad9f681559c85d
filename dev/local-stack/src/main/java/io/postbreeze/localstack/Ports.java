package io.postbreeze.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which {@link Listener} listens where, and where its replicas are when a service has several. */
public final class Ports {
    static final String OFFSET = "POSTBREEZE_PORT_OFFSET";

    /** Where the first replica of a service with several is, seen from the service's own port; each further one too. */
    private static final int REPLICA_STEP = 20;

    /** Each replica has its own connections, and PostgreSQL gives a hundred to all. */
    private static final int MOST_REPLICAS = 3;

    private final Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    private final Map<Listener, List<Integer>> replicas = new EnumMap<>(Listener.class);
    private final List<Claim> claims = new ArrayList<>();

    private Ports(Map<String, String> environment) {
        int offset = number(environment, OFFSET, 0);
        for (Listener listener : Listener.values()) {
            Claim claim = claim(environment, listener.title(), listener.variable(), listener.usualPort() + offset);
            ports.put(listener, claim.port());
        }
        for (Service service : Service.values()) {
            replicas.put(service.listener(), claimReplicas(environment, service.listener(), offset));
        }
    }

    /**
     * The usual ports, all moved by {@value #OFFSET}, each replaceable by its own variable.
     *
     * @throws StackFailure when a variable is not a port, or not a number of replicas
     */
    public static Ports from(Map<String, String> environment) {
        return new Ports(environment);
    }

    private List<Integer> claimReplicas(Map<String, String> environment, Listener service, int offset) {
        int count = number(environment, service.replicasVariable(), 1);
        if (count < 1 || count > MOST_REPLICAS) {
            throw new StackFailure("%s takes 1 to %d.".formatted(service.replicasVariable(), MOST_REPLICAS));
        }
        if (count == 1) {
            return List.of(of(service));
        }
        List<Integer> found = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            String variable = "POSTBREEZE_%s_%d_PORT".formatted(service.name(), number);
            int usual = service.usualPort() + offset + number * REPLICA_STEP;
            found.add(claim(environment, service.title() + " " + number, variable, usual)
                    .port());
        }
        return List.copyOf(found);
    }

    private Claim claim(Map<String, String> environment, String title, String variable, int usual) {
        int port = number(environment, variable, usual);
        if (port < 1 || port > 65_535) {
            throw new StackFailure(
                    "%s cannot listen on port %d; see %s and %s.".formatted(title, port, variable, OFFSET));
        }
        Claim claim = new Claim(title, variable, port);
        claims.add(claim);
        return claim;
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
        return url(of(listener));
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Where the replicas of a service are: one replica is at the service's own port, several are beside it. */
    List<Integer> replicas(Listener service) {
        return replicas.getOrDefault(service, List.of());
    }

    /** @throws StackFailure naming the first port that is taken and who wanted it */
    void checkFree() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            // Held until all are checked, so that two listeners with one port are found as well.
            claims.forEach(claim -> held.add(claim.bind()));
        } finally {
            held.forEach(Ports::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new StackFailure("Cannot let go of port " + socket.getLocalPort(), e);
        }
    }

    /** Who wants a port, and the variable that gives it another. */
    private record Claim(String title, String variable, int port) {
        ServerSocket bind() {
            try {
                ServerSocket socket = new ServerSocket();
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
                return socket;
            } catch (IOException e) {
                throw new StackFailure(
                        "Port %d is taken, and %s wants it. Stop what listens there, or set %s to another port."
                                .formatted(port, title, variable),
                        e);
            }
        }
    }
}
