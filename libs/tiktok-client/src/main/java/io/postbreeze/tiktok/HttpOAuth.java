package io.postbreeze.tiktok;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** OAuth over HTTP, for one application. */
final class HttpOAuth implements TikTokOAuth {

    private static final String TOKEN = "/v2/oauth/token/";

    private final ApiCalls calls;
    private final OAuthClient client;

    HttpOAuth(ApiCalls calls, OAuthClient client) {
        this.calls = calls;
        this.client = client;
    }

    @Override
    public URI authorizeUrl(URI redirectUri, List<String> scopes, String state, @Nullable String codeVerifier) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_key", client.clientKey());
        query.put("response_type", "code");
        query.put("scope", String.join(",", scopes));
        query.put("redirect_uri", redirectUri.toString());
        query.put("state", state);
        if (codeVerifier != null) {
            query.put("code_challenge", hexSha256(codeVerifier));
            query.put("code_challenge_method", "S256");
        }
        String joint = client.authorizeUrl().getRawQuery() == null ? "?" : "&";
        return URI.create(client.authorizeUrl() + joint + encoded(query));
    }

    @Override
    public Uni<TokenGrant> exchange(String code, URI redirectUri, @Nullable String codeVerifier) {
        Map<String, String> form = credentials();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri.toString());
        if (codeVerifier != null) {
            form.put("code_verifier", codeVerifier);
        }
        return calls.form(TOKEN, encoded(form), Effect.LASTING).map(OAuthAnswers::grant);
    }

    @Override
    public Uni<TokenGrant> refresh(RefreshToken refreshToken) {
        Map<String, String> form = credentials();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken.value());
        return calls.form(TOKEN, encoded(form), Effect.LASTING).map(OAuthAnswers::grant);
    }

    @Override
    public Uni<Void> revoke(AccessToken token) {
        Map<String, String> form = credentials();
        form.put("token", token.value());
        return calls.form("/v2/oauth/revoke/", encoded(form), Effect.NONE).replaceWithVoid();
    }

    private Map<String, String> credentials() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("client_key", client.clientKey());
        form.put("client_secret", client.clientSecret());
        return form;
    }

    private static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** TikTok wants the challenge in hex where the rest of the world uses base64url. */
    private static String hexSha256(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
