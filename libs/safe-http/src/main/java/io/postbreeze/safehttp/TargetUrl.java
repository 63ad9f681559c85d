package io.postbreeze.safehttp;

import io.postbreeze.safehttp.UnsafeTargetException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address as a user wrote it, taken apart. It says nothing yet of where the host leads.
 *
 * @param https false for plain http
 * @param host a name in lower case, an IPv4 address, or an IPv6 address without brackets
 * @param port 1 to 65535
 * @param pathAndQuery begins with a slash, byte for byte as written
 */
public record TargetUrl(boolean https, String host, int port, String pathAndQuery) {
    private static final int LONGEST = 2048;
    private static final int LONGEST_NAME = 253;
    private static final Pattern NAME = Pattern.compile("(?!-)[a-z0-9_-]{1,63}(?<!-)(\\.(?!-)[a-z0-9_-]{1,63}(?<!-))*");
    private static final Pattern BYTE = Pattern.compile("25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9]");
    private static final Pattern IPV4 = Pattern.compile("(" + BYTE.pattern() + ")(\\.(" + BYTE.pattern() + ")){3}");
    /** What resolvers read as a number: 127.1, 2130706433, 0x7f.1, 0177.0.0.1. */
    private static final Pattern NUMBER_AT_END = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    /**
     * Reads an address.
     *
     * @throws UnsafeTargetException when no request may ever be sent there
     */
    public static TargetUrl parse(String url, TargetRules rules) {
        URI uri = uri(url);
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        if (!https && !(rules.allowsHttpSomewhere() && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw new UnsafeTargetException(Reason.SCHEME);
        }
        if (uri.getRawUserInfo() != null
                || (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@"))) {
            throw new UnsafeTargetException(Reason.USER_INFO);
        }
        int usualPort = https ? 443 : 80;
        int port = uri.getPort() == -1 ? usualPort : uri.getPort();
        if (port < 1 || port > 65_535 || (!rules.ports().contains(port) && !rules.allowLoopback())) {
            throw new UnsafeTargetException(Reason.PORT);
        }
        return new TargetUrl(https, host(uri), port, pathAndQuery(uri));
    }

    private static URI uri(String url) {
        if (url.length() > LONGEST || !url.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
            throw new UnsafeTargetException(Reason.MALFORMED);
        }
        try {
            URI uri = new URI(url);
            if (!uri.isAbsolute() || uri.isOpaque() || uri.getRawFragment() != null) {
                throw new UnsafeTargetException(Reason.MALFORMED);
            }
            return uri;
        } catch (URISyntaxException _) {
            throw new UnsafeTargetException(Reason.MALFORMED);
        }
    }

    private static String host(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[") && host.endsWith("]") && host.indexOf('%') < 0) {
            return host.substring(1, host.length() - 1);
        }
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new UnsafeTargetException(Reason.HOST);
        }
        if (NUMBER_AT_END.matcher(name).matches() && !IPV4.matcher(name).matches()) {
            throw new UnsafeTargetException(Reason.HOST);
        }
        return name;
    }

    private static String pathAndQuery(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
