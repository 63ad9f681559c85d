package io.postbreeze.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the local processes share and nobody else knows; made once and kept. */
record Secrets(String apiKey, String serviceToken, String vaultKey, String clientKey, String clientSecret) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** Reads {@code file}, or writes it first with new secrets. */
    static Secrets keptIn(Path file) {
        if (!Files.exists(file)) {
            EnvFile.write(file, generate(new SecureRandom()).toMap());
        }
        return fromMap(EnvFile.read(file), file);
    }

    private static Secrets generate(SecureRandom random) {
        byte[] vaultKey = new byte[32];
        random.nextBytes(vaultKey);
        return new Secrets(
                "pb_live_" + word(random, 32),
                word(random, 48),
                Base64.getEncoder().encodeToString(vaultKey),
                "aw" + word(random, 16),
                word(random, 32));
    }

    private static String word(SecureRandom random, int length) {
        return random.ints(length, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .reduce("", String::concat);
    }

    private Map<String, String> toMap() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("API_KEY", apiKey);
        values.put("SERVICE_TOKEN", serviceToken);
        values.put("VAULT_KEY", vaultKey);
        values.put("CLIENT_KEY", clientKey);
        values.put("CLIENT_SECRET", clientSecret);
        return values;
    }

    private static Secrets fromMap(Map<String, String> values, Path file) {
        return new Secrets(
                required(values, "API_KEY", file),
                required(values, "SERVICE_TOKEN", file),
                required(values, "VAULT_KEY", file),
                required(values, "CLIENT_KEY", file),
                required(values, "CLIENT_SECRET", file));
    }

    private static String required(Map<String, String> values, String name, Path file) {
        String value = values.get(name);
        if (value == null) {
            throw new StackFailure(file + " lacks " + name + "; ./postbreeze up --fresh begins anew.");
        }
        return value;
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
