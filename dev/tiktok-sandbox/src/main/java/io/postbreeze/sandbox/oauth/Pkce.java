package io.postbreeze.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** TikTok's reading of PKCE: the challenge is the verifier's SHA-256 in hex, not in base64url. */
final class Pkce {
    private Pkce() {}

    static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JRE has SHA-256", e);
        }
    }

    /** Whether a verifier answers a challenge; without a challenge any verifier is ignored. */
    static boolean answers(@Nullable String challenge, @Nullable String verifier) {
        return challenge == null || (verifier != null && challenge.equals(challenge(verifier)));
    }
}
