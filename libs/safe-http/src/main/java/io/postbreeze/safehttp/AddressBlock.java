package io.postbreeze.safehttp;

import java.net.InetAddress;

/** A block of addresses with a common prefix. */
final class AddressBlock {
    private final byte[] first;
    private final int prefixLength;

    private AddressBlock(byte[] first, int prefixLength) {
        this.first = first;
        this.prefixLength = prefixLength;
    }

    /** Reads {@code 10.0.0.0/8} or {@code fe80::/10}. */
    static AddressBlock of(String cidr) {
        int slash = cidr.indexOf('/');
        byte[] first = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
        return new AddressBlock(first, Integer.parseInt(cidr, slash + 1, cidr.length(), 10));
    }

    boolean contains(byte[] address) {
        if (address.length != first.length) {
            return false;
        }
        int whole = prefixLength / 8;
        for (int index = 0; index < whole; index++) {
            if (address[index] != first[index]) {
                return false;
            }
        }
        int rest = prefixLength % 8;
        return rest == 0 || ((address[whole] ^ first[whole]) & (0xff << (8 - rest)) & 0xff) == 0;
    }
}
