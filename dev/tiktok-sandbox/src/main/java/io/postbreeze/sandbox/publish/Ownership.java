package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.Properties;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** What TikTok pulls from: https, a domain and no number, and an address that the app has proven to own. */
final class Ownership {
    private Ownership() {}

    static void check(Properties properties, Iterable<String> urls) {
        urls.forEach(url -> check(properties, url));
    }

    private static void check(Properties properties, String url) {
        try {
            URI address = new URI(url);
            String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
            boolean isDomain = host.matches("[a-z0-9.-]*[a-z][a-z0-9-]*") && host.contains(".");
            boolean isPlain = address.getRawUserInfo() == null && address.getRawFragment() == null;
            if ("https".equalsIgnoreCase(address.getScheme()) && isDomain && isPlain && properties.isOwned(url, host)) {
                return;
            }
        } catch (URISyntaxException e) {
            throw notOwned();
        }
        throw notOwned();
    }

    private static Refusal notOwned() {
        return new Refusal(
                403,
                "url_ownership_unverified",
                "Please review our URL ownership verification rules at"
                        + " https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide/#pull_from_url");
    }
}
