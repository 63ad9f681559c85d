package io.postbreeze.sandbox.oauth;

import io.postbreeze.sandbox.SandboxConfig;
import io.postbreeze.sandbox.state.Token.Platform;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an app sent a browser to the consent page with. The app and the address it wants the answer at are known to be
 * its own; the rest may still be wrong.
 *
 * @param platform which registration of the app asks
 * @param clientKey its public name
 * @param redirectUri where the answer goes
 * @param scopes what it asks for, in its order
 * @param state returned as it came; empty when it was forgotten
 * @param challenge hex SHA-256 of a verifier, null for none
 * @param error what is wrong; null for nothing
 * @param skipsConsent whether someone who agreed before need not be asked again
 */
record Asking(
        Platform platform,
        String clientKey,
        String redirectUri,
        Set<String> scopes,
        String state,
        @Nullable String challenge,
        @Nullable OAuthError error,
        boolean skipsConsent) {
    private static final Pattern HEX_SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** One value of each query parameter. */
    private record Query(Map<String, String> values) {
        String get(String name) {
            return values.getOrDefault(name, "");
        }

        boolean has(String name) {
            return values.containsKey(name);
        }

        Set<String> scopes() {
            return Arrays.stream(get("scope").split(","))
                    .map(String::strip)
                    .filter(scope -> !scope.isEmpty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /**
     * Reads a query.
     *
     * @throws OAuthError when the app or the address is not known: then nobody may be sent anywhere
     */
    static Asking of(Map<String, String> values, SandboxConfig config) {
        Query query = new Query(values);
        Platform platform = platform(query.get("client_key"), config);
        List<String> registered = platform == Platform.V2
                ? config.redirectUris()
                : config.business().redirectUris();
        if (!registered.contains(query.get("redirect_uri"))) {
            throw new OAuthError(
                    "redirect_uri", "The redirect_uri is not one of the addresses that are registered for this app.");
        }
        return new Asking(
                platform,
                query.get("client_key"),
                query.get("redirect_uri"),
                query.scopes(),
                query.get("state"),
                query.has("code_challenge") ? query.get("code_challenge") : null,
                error(query, platform).orElse(null),
                query.get("disable_auto_auth").equals("0"));
    }

    private static Platform platform(String clientKey, SandboxConfig config) {
        if (clientKey.equals(config.clientKey())) {
            return Platform.V2;
        }
        if (clientKey.equals(config.business().id())) {
            return Platform.BUSINESS;
        }
        throw new OAuthError("client_key", "No app has this client_key.");
    }

    private static Optional<OAuthError> error(Query query, Platform platform) {
        if (!query.has("response_type") || query.get("state").isEmpty()) {
            return Optional.of(new OAuthError("invalid_request", "response_type and state are required."));
        }
        if (!query.get("response_type").equals("code")) {
            return Optional.of(new OAuthError("unsupported_response_type", "The response_type must be code."));
        }
        if (query.scopes().isEmpty() || !Scopes.of(platform).containsAll(query.scopes())) {
            return Optional.of(new OAuthError("invalid_scope", "The scope is empty, unknown or malformed."));
        }
        if (query.has("disable_auto_auth") && !query.get("disable_auto_auth").matches("[01]")) {
            return Optional.of(new OAuthError("invalid_request", "The disable_auto_auth must be 0 or 1."));
        }
        if (query.has("code_challenge") != query.has("code_challenge_method")
                || (query.has("code_challenge")
                        && !(query.get("code_challenge_method").equals("S256")
                                && HEX_SHA_256
                                        .matcher(query.get("code_challenge"))
                                        .matches()))) {
            return Optional.of(new OAuthError(
                    "invalid_request", "A code_challenge is a SHA-256 in hex, and its code_challenge_method is S256."));
        }
        return Optional.empty();
    }

    /** Where the browser goes with an answer. */
    String back(Map<String, String> answer) {
        String query = answer.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        return redirectUri + "?" + query + (state.isEmpty() ? "" : "&state=" + encode(state));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
