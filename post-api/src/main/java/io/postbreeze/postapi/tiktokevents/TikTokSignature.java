package io.postbreeze.postapi.tiktokevents;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** TikTok's proof that a message is its own: {@code t=<seconds>,s=<hex HMAC-SHA256 of "t.body">}. */
final class TikTokSignature {
    /** Older or younger messages are refused: somebody may have kept one. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),s=([0-9a-f]{64})");
    private static final String ALGORITHM = "HmacSHA256";

    private TikTokSignature() {}

    /** Whether the header signs the body with the secret, not long ago. */
    static boolean isGenuine(@Nullable String header, byte[] body, String clientSecret, Instant now) {
        Matcher parts = HEADER.matcher(header == null ? "" : header.strip());
        if (!parts.matches()) {
            return false;
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(parts.group(1)));
        byte[] expected = hmac(parts.group(1), body, clientSecret);
        boolean isSigned = MessageDigest.isEqual(
                HexFormat.of().formatHex(expected).getBytes(StandardCharsets.US_ASCII),
                parts.group(2).getBytes(StandardCharsets.US_ASCII));
        return isSigned && Duration.between(signedAt, now).abs().compareTo(TOLERANCE) <= 0;
    }

    private static byte[] hmac(String time, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
