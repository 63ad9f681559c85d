package io.postbreeze.safehttp;

import java.net.InetAddress;
import java.util.Set;

/**
 * Where requests may go.
 *
 * @param ports open ports
 * @param allowLoopback whether this machine may be reached, at any port and by http too: for development only
 * @param allowHttp whether plain http may be spoken to public addresses: for reading what is public anyway
 */
public record TargetRules(Set<Integer> ports, boolean allowLoopback, boolean allowHttp) {
    /** Keeps its own copy of the ports. */
    public TargetRules {
        ports = Set.copyOf(ports);
    }

    /** Rules without plain http. */
    public TargetRules(Set<Integer> ports, boolean allowLoopback) {
        this(ports, allowLoopback, false);
    }

    /** Only https on its usual port, only to public addresses. */
    public static TargetRules strict() {
        return new TargetRules(Set.of(443), false);
    }

    boolean allowsHttpSomewhere() {
        return allowHttp || allowLoopback;
    }

    boolean allows(InetAddress address, TargetUrl url) {
        if (address.isLoopbackAddress()) {
            return allowLoopback;
        }
        // Odd ports are for this machine only, even where this machine is allowed.
        return (url.https() || allowHttp) && ports.contains(url.port()) && PublicAddress.isPublic(address);
    }
}
