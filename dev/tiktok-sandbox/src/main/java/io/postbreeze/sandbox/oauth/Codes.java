package io.postbreeze.sandbox.oauth;

import io.postbreeze.sandbox.state.World;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Authorization codes: single use, five minutes, not kept over a restart. */
public final class Codes {
    static final Duration LIFE = Duration.ofMinutes(5);

    private final World world;
    private final Map<String, Consent> given = new HashMap<>();

    /** No codes yet. */
    public Codes(World world) {
        this.world = world;
    }

    String issue(Consent consent) {
        String code = world.secret();
        given.put(code, consent);
        return code;
    }

    /** The consent behind a code; a code that was asked for once is burnt, whatever came of it. */
    Optional<Consent> take(String code) {
        return Optional.ofNullable(given.remove(code))
                .filter(consent -> world.now().isBefore(consent.expiresAt()));
    }
}
