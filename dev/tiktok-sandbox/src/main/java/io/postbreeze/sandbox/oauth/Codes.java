package io.postbreeze.sandbox.oauth;

import io.postbreeze.sandbox.state.Token.Platform;
import io.postbreeze.sandbox.state.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Authorization codes: single use, five minutes (ten for the Business API), not kept over a restart. */
public final class Codes {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration BUSINESS_LIFE = Duration.ofMinutes(10);

    private final World world;
    private final Map<String, Consent> given = new HashMap<>();

    /** No codes yet. */
    public Codes(World world) {
        this.world = world;
        world.onReset(given::clear);
        world.onDisconnect((openId, reason) ->
                given.values().removeIf(consent -> consent.openId().equals(openId)));
    }

    static Duration life(Platform platform) {
        return platform == Platform.BUSINESS ? BUSINESS_LIFE : LIFE;
    }

    String issue(Consent consent) {
        String code = world.secret();
        given.put(code, consent);
        return code;
    }

    /** The consent behind a code; a code that was asked for once is burnt, whatever came of it. */
    public Optional<Consent> take(String code, Platform platform) {
        return Optional.ofNullable(given.remove(code))
                .filter(consent -> consent.platform() == platform)
                .filter(consent -> world.now().isBefore(consent.expiresAt()));
    }
}
