package io.postbreeze.postapi.webhook.rules;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proof that a request is ours and of when it was sent. */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /**
     * The header's value: {@code t=<unix seconds>,v1=<hex>}, with one {@code v1} per secret.
     *
     * @param secrets whole secrets, the newest first
     * @param at when the request is sent
     * @param rawBody the body byte for byte
     */
    public static String of(List<String> secrets, Instant at, String rawBody) {
        String signed = at.getEpochSecond() + "." + rawBody;
        return secrets.stream()
                .map(secret -> ",v1=" + hmac(secret, signed))
                .collect(Collectors.joining("", "t=" + at.getEpochSecond(), ""));
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows " + ALGORITHM, e);
        }
    }
}
