package io.postbreeze.media.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * A URL that TikTok could be given: https, a domain, and nothing in it that two readers could understand differently.
 *
 * @param text as it was written; carries signatures at times, so it is not logged
 * @param host in lower case
 */
record PullUrl(String text, String host) {
    private static final int LONGEST = 2_048;
    private static final int HTTPS_PORT = 443;
    /** Segments and characters by which one path passes for another: {@code /../}, {@code %2e}, {@code %2f}. */
    private static final Pattern DOUBTFUL_PATH = Pattern.compile("(?i)(^|/)(\\.|%2e){1,2}(/|$)|%(2f|5c|25|00)|//|;");

    /**
     * Reads a URL.
     *
     * @throws UnfitUrlException for one that TikTok fetches nothing from, whatever is verified
     */
    static PullUrl parse(String text) {
        URI uri = uri(text);
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            throw unfit("URL_NOT_HTTPS", "TikTok fetches by https only. Serve the file by https.");
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw unfit("URL_WITH_USER", "The URL has a user or a password in it. Leave them out.");
        }
        boolean namesNone =
                uri.getPort() == -1 && !String.valueOf(uri.getRawAuthority()).endsWith(":");
        if (!namesNone && uri.getPort() != HTTPS_PORT) {
            throw unfit("URL_WITH_PORT", "The URL names a port. Serve the file at the usual one, 443.");
        }
        String host = HostName.domain(uri.getHost() == null ? "" : uri.getHost())
                .orElseThrow(() -> unfit(
                        "URL_NOT_A_DOMAIN",
                        "The URL's host is no domain name. Name a domain, no IP address, without a dot at its end"
                                + " and with letters outside of ASCII as xn--…"));
        if (uri.getRawFragment() != null
                || DOUBTFUL_PATH.matcher(uri.getRawPath()).find()) {
            throw unfit(
                    "URL_AMBIGUOUS",
                    "The URL can be read in two ways. Leave out #, /./, /../, //, ; and the codes of slashes, dots"
                            + " and per cent signs.");
        }
        return new PullUrl(text, host);
    }

    private static URI uri(String text) {
        boolean isPlain = text.length() <= LONGEST
                && text.chars().allMatch(character -> character > ' ' && character < 0x7f && character != '\\');
        try {
            URI uri = isPlain ? new URI(text) : null;
            if (uri != null && uri.isAbsolute() && !uri.isOpaque() && uri.getRawPath() != null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            throw malformed();
        }
        throw malformed();
    }

    private static UnfitUrlException malformed() {
        return unfit(
                "URL_MALFORMED",
                "This is no absolute URL of at most 2,048 characters. Write special characters as % and their code.");
    }

    private static UnfitUrlException unfit(String code, String message) {
        return new UnfitUrlException(code, message);
    }

    /** Without the query: it may carry a signature. */
    @Override
    public String toString() {
        return "PullUrl[host=" + host + "]";
    }
}
