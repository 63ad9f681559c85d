package io.postbreeze.sandbox.state;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tokens that were given out; only their hashes are file names. */
final class Tokens {
    private final Documents<Token> access;
    private final Documents<Token> refresh;
    private final InstantSource clock;

    Tokens(Path directory, InstantSource clock) {
        this.access = new Documents<>(directory.resolve("access-tokens"), Token.class);
        this.refresh = new Documents<>(directory.resolve("refresh-tokens"), Token.class);
        this.clock = clock;
    }

    void putAccess(Token token) {
        access.put(name(token.value()), token);
    }

    void putRefresh(Token token) {
        refresh.put(name(token.value()), token);
    }

    Optional<Token> access(String value) {
        return living(access, value);
    }

    Optional<Token> refresh(String value) {
        return living(refresh, value);
    }

    private Optional<Token> living(Documents<Token> tokens, String value) {
        return tokens.get(name(value)).filter(token -> clock.instant().isBefore(token.expiresAt()));
    }

    void forget(String value) {
        access.remove(name(value));
        refresh.remove(name(value));
    }

    void forgetAllOf(String openId) {
        forget(access, token -> token.openId().equals(openId));
        forget(refresh, token -> token.openId().equals(openId));
    }

    void forgetAllOf(String openId, Token.Platform platform) {
        Predicate<Token> theirs = token -> token.openId().equals(openId) && token.platform() == platform;
        forget(access, theirs);
        forget(refresh, theirs);
    }

    void clear() {
        access.clear();
        refresh.clear();
    }

    private static void forget(Documents<Token> tokens, Predicate<Token> which) {
        List<Token> theirs = tokens.all().stream().filter(which).toList();
        theirs.forEach(token -> tokens.remove(name(token.value())));
    }

    private static String name(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JRE has SHA-256", e);
        }
    }
}
