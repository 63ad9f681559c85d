package io.postbreeze.media.domain;

/**
 * What TikTok's developer portal calls a URL property, and what it covers. Source: TikTok's media transfer guide.
 *
 * @param kind what is covered
 * @param value a domain in lower case, or the prefix byte for byte
 */
record VerifiedProperty(Kind kind, String value) {
    private static final String SCHEME = "https://";

    /**
     * Reads what a user says is verified: {@code media.example.com} or {@code https://example.com/media/}.
     *
     * @throws UnfitUrlException when TikTok verifies nothing of this form
     */
    static VerifiedProperty parse(String text) {
        return text.contains("/") || text.contains(":") ? prefix(text) : domain(text);
    }

    private static VerifiedProperty domain(String text) {
        if (text.startsWith("*.")) {
            throw new UnfitUrlException(
                    "PROPERTY_INVALID", "Leave out the *. before the domain: its sub-domains are always included.");
        }
        return new VerifiedProperty(
                Kind.DOMAIN,
                HostName.domain(text)
                        .orElseThrow(() -> new UnfitUrlException(
                                "PROPERTY_INVALID",
                                "This is no domain. Send one such as media.example.com, no IP address, without a dot"
                                        + " at its end and with letters outside of ASCII as xn--…, or a prefix such"
                                        + " as https://example.com/media/.")));
    }

    private static VerifiedProperty prefix(String text) {
        PullUrl url = PullUrl.parse(text);
        // Compared byte for byte later, so there must be one way only to write what comes before the path.
        String origin = SCHEME + url.host() + "/";
        if (!text.startsWith(origin) || !text.endsWith("/") || text.contains("?")) {
            throw new UnfitUrlException(
                    "PROPERTY_INVALID",
                    "A prefix is https://, a domain in lower case, and a path that ends in a slash, such as"
                            + " https://example.com/media/.");
        }
        return new VerifiedProperty(Kind.PREFIX, text);
    }

    /** Whether TikTok takes a URL to be part of it. */
    boolean covers(PullUrl url) {
        return switch (kind) {
            case DOMAIN -> url.host().equals(value) || url.host().endsWith("." + value);
            case PREFIX -> url.text().startsWith(value);
        };
    }

    /** The two kinds of properties. */
    enum Kind {
        /** A domain, its sub-domains, and every path there. */
        DOMAIN,
        /** Every URL that begins with exactly this. */
        PREFIX
    }
}
