package io.postbreeze.sandbox.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves that an event comes from TikTok: an HMAC over the time and the raw body, keyed with the app's secret. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The header's value for a body that leaves at {@code seconds} since 1970. */
    static String header(String secret, long seconds, String body) {
        return "t=" + seconds + ",s=" + hex(secret, seconds + "." + body);
    }

    private static String hex(String secret, String message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every JRE has " + ALGORITHM + ", and the app has a secret", e);
        }
    }
}
