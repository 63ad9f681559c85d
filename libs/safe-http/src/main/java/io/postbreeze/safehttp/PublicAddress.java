package io.postbreeze.safehttp;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses that anyone on the internet may have from those that lead into a network, a machine or a cloud's
 * machinery. Source: IANA's special-purpose registries for IPv4 and IPv6, and the metadata addresses of the clouds that
 * lie outside of them. What carries an IPv4 address inside is judged by that one, or refused where a tunnel would be
 * needed to get there.
 */
public final class PublicAddress {
    private static final List<AddressBlock> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8", // this network
                    "10.0.0.0/8",
                    "100.64.0.0/10", // carrier-grade NAT; Alibaba's metadata
                    "127.0.0.0/8",
                    "168.63.129.16/32", // Azure's host agent
                    "169.254.0.0/16", // link-local; metadata of most clouds
                    "172.16.0.0/12",
                    "192.0.0.0/24", // protocol assignments; Oracle's metadata
                    "192.0.2.0/24", // documentation
                    "192.31.196.0/24", // AS112
                    "192.52.193.0/24", // AMT
                    "192.88.99.0/24", // 6to4 relays
                    "192.168.0.0/16",
                    "192.175.48.0/24", // AS112
                    "198.18.0.0/15", // benchmarks
                    "198.51.100.0/24", // documentation
                    "203.0.113.0/24", // documentation
                    "224.0.0.0/4", // multicast
                    "240.0.0.0/4", // reserved, broadcast
                    "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
                    "2001:db8::/32", // documentation
                    "2002::/16", // 6to4
                    "2620:4f:8000::/48", // AS112
                    "3fff::/20") // documentation
            .map(AddressBlock::of)
            .toList();

    /** All of IPv6 that was ever given out to networks; everything else is special or unassigned. */
    private static final AddressBlock GLOBAL_UNICAST = AddressBlock.of("2000::/3");

    /** Where a NAT64 gateway reaches all of IPv4. */
    private static final AddressBlock NAT64 = AddressBlock.of("64:ff9b::/96");

    private static final int IPV6_BYTES = 16;
    private static final int MAPPED_MARK = 10;
    private static final int ISATAP_MARK = 8;

    private PublicAddress() {}

    /** Whether an address is one that anyone on the internet may have. */
    public static boolean isPublic(InetAddress address) {
        return isPublic(address.getAddress());
    }

    /**
     * The same for an address as it travels.
     *
     * @param address 4 or 16 bytes
     */
    static boolean isPublic(byte[] address) {
        if (address.length == IPV6_BYTES) {
            if (isMapped(address) || NAT64.contains(address)) {
                return isPublic(Arrays.copyOfRange(address, IPV6_BYTES - 4, IPV6_BYTES));
            }
            if (!GLOBAL_UNICAST.contains(address) || isIsatap(address)) {
                return false;
            }
        }
        return NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
    }

    /** {@code ::ffff:a.b.c.d}; Java unwraps these by itself, but not everything that calls us need be Java's. */
    private static boolean isMapped(byte[] address) {
        for (int index = 0; index < MAPPED_MARK; index++) {
            if (address[index] != 0) {
                return false;
            }
        }
        return address[MAPPED_MARK] == (byte) 0xff && address[MAPPED_MARK + 1] == (byte) 0xff;
    }

    /** An interface id of {@code 0:5efe:a.b.c.d} or {@code 200:5efe:a.b.c.d}: a tunnel inside of a site. */
    private static boolean isIsatap(byte[] address) {
        return (address[ISATAP_MARK] & ~2) == 0
                && address[ISATAP_MARK + 1] == 0
                && address[ISATAP_MARK + 2] == 0x5e
                && address[ISATAP_MARK + 3] == (byte) 0xfe;
    }
}
