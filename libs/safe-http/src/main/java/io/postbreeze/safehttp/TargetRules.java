package io.postbreeze.safehttp;

import java.net.InetAddress;
import java.util.Set;

/**
 * Where requests may go.
 *
 * @param ports open ports
 * @param allowLoopback whether this machine may be reached, at any port and by http too: for development only
 */
public record TargetRules(Set<Integer> ports, boolean allowLoopback) {
    /** Keeps its own copy of the ports. */
    public TargetRules {
        ports = Set.copyOf(ports);
    }

    /** Only https on its usual port, only to public addresses. */
    public static TargetRules strict() {
        return new TargetRules(Set.of(443), false);
    }

    boolean allows(InetAddress address, TargetUrl url) {
        if (address.isLoopbackAddress()) {
            return allowLoopback;
        }
        // Plain http and odd ports are for this machine only, even where this machine is allowed.
        return url.https() && ports.contains(url.port()) && PublicAddress.isPublic(address);
    }
}
