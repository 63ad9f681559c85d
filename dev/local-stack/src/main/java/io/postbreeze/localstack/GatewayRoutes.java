package io.postbreeze.localstack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which service answers which path. What only services may ask one another, and operations, is not there at all. */
final class GatewayRoutes {
    private static final String API = "/api/v1/";

    /** What the API is, for people and for generators. */
    private static final Pattern DOCUMENTATION = Pattern.compile("/openapi\\.json|/docs(/errors|/[a-z-]+\\.(js|css))?");

    /** Paths that a service might read otherwise than we do. */
    private static final Pattern AMBIGUOUS = Pattern.compile("\\.\\.|//|/\\./|\\\\|;|%2e|%2f|%5c|%25|%00");

    private GatewayRoutes() {}

    static Optional<Listener> of(String path) {
        if (DOCUMENTATION.matcher(path).matches()) {
            return Optional.of(Listener.POST_API);
        }
        if (!path.startsWith(API)
                || AMBIGUOUS.matcher(path.toLowerCase(Locale.ROOT)).find()) {
            return Optional.empty();
        }
        return switch (List.of(path.split("/", -1)).get(3)) {
            case "media" -> Optional.of(Listener.MEDIA);
            case "analytics" -> Optional.of(Listener.ANALYTICS);
            case "" -> Optional.empty();
            default -> Optional.of(Listener.POST_API);
        };
    }
}
