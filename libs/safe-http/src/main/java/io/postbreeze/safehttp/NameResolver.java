package io.postbreeze.safehttp;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Turns names into addresses; may block. */
@FunctionalInterface
public interface NameResolver {
    /**
     * Every address of a name, at least one.
     *
     * @throws UnknownHostException when it has none
     */
    InetAddress[] resolve(String host) throws UnknownHostException;

    /** The machine's own. */
    static NameResolver system() {
        return InetAddress::getAllByName;
    }
}
