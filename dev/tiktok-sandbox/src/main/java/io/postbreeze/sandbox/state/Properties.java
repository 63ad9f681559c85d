package io.postbreeze.sandbox.state;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Web addresses the app has proven to own, and where their hosts really are on this machine. Forgotten by a restart but
 * for what the configuration names.
 */
public final class Properties {
    private final List<Property> configuredOwned;
    private final Map<String, URI> configuredHosts;
    private final List<Property> owned = new ArrayList<>();
    private final Map<String, URI> hosts = new LinkedHashMap<>();

    /** A proven address. */
    public record Property(Kind kind, String value) {

        /** Two kinds of proof. */
        public enum Kind {
            /** A domain, with every sub-domain of it. */
            DOMAIN,
            /** Everything that begins with exactly this address. */
            PREFIX
        }

        /**
         * Checked and, for a domain, in lower case.
         *
         * @throws IllegalArgumentException saying what is wrong
         */
        public Property {
            if (kind == Kind.DOMAIN) {
                value = value.toLowerCase(Locale.ROOT);
                if (!value.matches("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,10}")) {
                    throw new IllegalArgumentException("value must be a domain such as media.example.com");
                }
            } else if (!value.matches("https://[^/?#]{1,253}/([^?#]{0,500}/)?")) {
                throw new IllegalArgumentException("value must be an https address that ends with a slash");
            }
        }

        boolean covers(String url, String host) {
            return switch (kind) {
                case DOMAIN -> host.equals(value) || host.endsWith("." + value);
                case PREFIX -> url.startsWith(value);
            };
        }
    }

    /** What the configuration names to begin with. */
    public Properties(List<Property> owned, Map<String, URI> hosts) {
        this.configuredOwned = List.copyOf(owned);
        this.configuredHosts = Map.copyOf(hosts);
        reset();
    }

    void reset() {
        owned.clear();
        owned.addAll(configuredOwned);
        hosts.clear();
        hosts.putAll(configuredHosts);
    }

    /** Whether the app has proven that it owns an address, whose host is given in lower case. */
    public boolean isOwned(String url, String host) {
        return owned.stream().anyMatch(property -> property.covers(url, host));
    }

    /** Everything proven. */
    public List<Property> owned() {
        return List.copyOf(owned);
    }

    /** Takes an address as proven. */
    public void own(Property property) {
        if (!owned.contains(property)) {
            owned.add(property);
        }
    }

    /** Forgets every proof, the configured ones too. */
    public void disownAll() {
        owned.clear();
    }

    /** Where a host, in lower case, really is; empty when it is to be found as usual. */
    public Optional<URI> target(String host) {
        return Optional.ofNullable(hosts.get(host));
    }

    /** Every host that is somewhere else. */
    public Map<String, URI> hosts() {
        return Map.copyOf(hosts);
    }

    /**
     * Says where a host really is.
     *
     * @throws IllegalArgumentException when the target is no http address of a host
     */
    public void map(String host, String target) {
        URI address = URI.create(target);
        if (!List.of("http", "https").contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
            throw new IllegalArgumentException("target must be an address such as http://127.0.0.1:8091");
        }
        hosts.put(host.toLowerCase(Locale.ROOT), address);
    }

    /** Finds every host as usual again, the configured ones too. */
    public void unmapAll() {
        hosts.clear();
    }
}
