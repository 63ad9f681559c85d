package io.postbreeze.postapi.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes API keys: {@code pb_live_} and 32 random letters and digits, some 190 bits. */
@ApplicationScoped
class KeyGenerator {
    private static final String PREFIX = "pb_live_";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 32;
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9]{" + LENGTH + "}");

    private final SecureRandom random;

    KeyGenerator(SecureRandom random) {
        this.random = random;
    }

    String next() {
        return PREFIX
                + random.ints(LENGTH, 0, ALPHABET.length())
                        .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                        .collect(Collectors.joining());
    }

    /** The same key, if it has the shape of one. */
    static String checked(String key) {
        if (!SHAPE.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "postbreeze.bootstrap.api-key must be pb_live_ and 32 letters or digits");
        }
        return key;
    }

    /** The first eight characters after the prefix: enough to recognise, too few to use. */
    static String shownPrefix(String key) {
        return key.substring(PREFIX.length(), PREFIX.length() + 8);
    }
}
