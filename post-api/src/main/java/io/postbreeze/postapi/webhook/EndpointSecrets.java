package io.postbreeze.postapi.webhook;

import io.postbreeze.postapi.vault.TokenVault;
import io.postbreeze.postapi.vault.VaultConfig;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Moves signing secrets and extra headers between an endpoint's row, where they are sealed, and memory. */
@ApplicationScoped
class EndpointSecrets {
    private static final int SECRET_BYTES = 32;

    private final TokenVault vault;
    private final SecureRandom random = new SecureRandom();

    EndpointSecrets(VaultConfig config) {
        this.vault = TokenVault.of(config);
    }

    /** A new secret: {@code whsec_…}. */
    String generate() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Sealed sealSecret(String endpointId, String secret) {
        return new Sealed(vault.keyId(), vault.seal(secret, secretPlace(endpointId)));
    }

    String openSecret(String endpointId, Sealed sealed) {
        return vault.open(sealed.keyId(), sealed.bytes(), secretPlace(endpointId));
    }

    Sealed sealHeaders(String endpointId, Map<String, String> headers) {
        JsonObject json = new JsonObject();
        headers.forEach(json::put);
        return new Sealed(vault.keyId(), vault.seal(json.encode(), headersPlace(endpointId)));
    }

    Map<String, String> openHeaders(String endpointId, Sealed sealed) {
        JsonObject json = new JsonObject(vault.open(sealed.keyId(), sealed.bytes(), headersPlace(endpointId)));
        Map<String, String> headers = new LinkedHashMap<>();
        json.fieldNames().forEach(name -> headers.put(name, json.getString(name)));
        return headers;
    }

    private static String secretPlace(String endpointId) {
        return endpointId + "/secret";
    }

    private static String headersPlace(String endpointId) {
        return endpointId + "/headers";
    }

    /** Something sealed, and the name of the key that opens it. */
    static final class Sealed {
        private final String keyId;
        private final byte[] bytes;

        Sealed(String keyId, byte[] bytes) {
            this.keyId = keyId;
            this.bytes = bytes.clone();
        }

        String keyId() {
            return keyId;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }
}
