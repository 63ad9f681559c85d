package io.postbreeze.postapi.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals tokens with AES-256-GCM. A sealed token is 12 random bytes followed by ciphertext and tag, and is bound to
 * where it belongs: moved to another account or column, it does not open.
 */
public final class TokenVault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    // What an environment variable can name in only one way.
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

    private final String keyId;
    private final Map<String, SecretKeySpec> keys;
    private final SecureRandom random;

    /**
     * A vault.
     *
     * @param keyId name of the key that seals
     * @param base64Keys every key that may open, by name, 32 bytes each
     * @param random source of nonces
     */
    public TokenVault(String keyId, Map<String, String> base64Keys, SecureRandom random) {
        this.keyId = keyId;
        this.keys = new HashMap<>();
        base64Keys.forEach((name, key) -> keys.put(name, key(name, key)));
        this.random = random;
        if (!keys.containsKey(keyId)) {
            throw new IllegalArgumentException("The vault has no key " + keyId);
        }
    }

    /** The vault that is configured. */
    public static TokenVault of(VaultConfig config) {
        Map<String, String> keys = new HashMap<>(config.retired());
        keys.put(config.keyId(), config.key());
        return new TokenVault(config.keyId(), keys, new SecureRandom());
    }

    /** Name of the key that seals now. */
    public String keyId() {
        return keyId;
    }

    /** Seals a secret for a place, such as an account's access token. */
    public byte[] seal(String secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, keyId, nonce, secret.getBytes(StandardCharsets.UTF_8), place);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what was sealed for the same place.
     *
     * @throws IllegalStateException when the key is unknown, or the bytes were changed or belong elsewhere
     */
    public String open(String sealedBy, byte[] sealed, String place) {
        if (sealed.length <= NONCE_BYTES) {
            throw new IllegalStateException("This is no sealed token");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return new String(run(Cipher.DECRYPT_MODE, sealedBy, nonce, body, place), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String usedKey, byte[] nonce, byte[] input, String place) {
        SecretKeySpec key = keys.get(usedKey);
        if (key == null) {
            throw new IllegalStateException("The vault has no key " + usedKey);
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed token does not open", e);
        }
    }

    private static SecretKeySpec key(String name, String base64) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Vault key " + name + " needs a name of lower-case letters and digits");
        }
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != 32) {
            throw new IllegalArgumentException("Vault key " + name + " must be 32 bytes in base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
