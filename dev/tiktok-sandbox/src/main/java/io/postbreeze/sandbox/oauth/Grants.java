package io.postbreeze.sandbox.oauth;

import io.postbreeze.sandbox.state.Token;
import io.postbreeze.sandbox.state.Token.Platform;
import io.postbreeze.sandbox.state.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives out tokens. */
public final class Grants {
    private static final Duration BUSINESS_ACCESS = Duration.ofHours(24);
    private static final Duration BUSINESS_REFRESH = Duration.ofDays(365);

    private final World world;

    /** Tokens of a world. */
    public Grants(World world) {
        this.world = world;
    }

    /**
     * An access token and the refresh token that comes with it.
     *
     * @param access good for calls
     * @param refresh good for the next pair
     * @param at when it was given
     */
    public record Pair(Token access, Token refresh, Instant at) {

        /** The same access token beside a refresh token that stays good. */
        public Pair beside(Token old) {
            return new Pair(access, old, at);
        }

        /** Seconds the access token lives. */
        public long accessSeconds() {
            return Duration.between(at, access.expiresAt()).toSeconds();
        }

        /** Seconds the refresh token lives. */
        public long refreshSeconds() {
            return Duration.between(at, refresh.expiresAt()).toSeconds();
        }
    }

    /**
     * A new pair.
     *
     * @param lifetime of the access token; null for what the platform and the profile say
     */
    public Pair give(String openId, Set<String> scopes, Platform platform, @Nullable Duration lifetime) {
        Instant now = world.now();
        boolean isLegacy = world.settings().tokenProfile().equals("legacy");
        boolean isLong = isLegacy || platform == Platform.BUSINESS;
        Duration usual = isLong ? BUSINESS_ACCESS : Duration.ofHours(2);
        Token access = new Token(
                "act." + world.secret(),
                openId,
                scopes,
                now.plus(Objects.requireNonNullElse(lifetime, usual)),
                platform);
        Token refresh = new Token(
                "rft." + world.secret(),
                openId,
                scopes,
                now.plus(isLong ? BUSINESS_REFRESH : Duration.ofDays(180)),
                platform);
        world.putAccess(access);
        world.putRefresh(refresh);
        return new Pair(access, refresh, now);
    }
}
