package io.postbreeze.media.domain;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the operator has verified for everybody. Made at the start, which a wrong entry ends. */
@Startup
@ApplicationScoped
class ServerProperties {
    private final List<PropertyEntry> entries;

    ServerProperties(DomainConfig config) {
        this.entries = config.verified().orElse(List.of()).stream()
                .map(ServerProperties::read)
                .map(PropertyEntry::ofServer)
                .toList();
    }

    private static VerifiedProperty read(String entry) {
        try {
            return VerifiedProperty.parse(entry.strip());
        } catch (UnfitUrlException e) {
            throw new IllegalArgumentException(
                    "postbreeze.media.domains.verified: " + entry + ": "
                            + e.reason().message(),
                    e);
        }
    }

    List<PropertyEntry> entries() {
        return entries;
    }
}
