package io.postbreeze.sandbox.state;

import org.jspecify.annotations.Nullable;

/**
 * What a fault on command has in store for a post.
 *
 * @param faultId the fault that struck its init
 * @param kind what happens
 * @param failReason TikTok's word for {@link Kind#FAIL}, else null
 */
public record Fate(String faultId, Kind kind, @Nullable String failReason) {

    /** Under this name the fault engine leaves it with an init's call. */
    public static final String KEY = "sandbox.fate";

    /** What may happen to a post. */
    public enum Kind {
        /** It stays in processing until the fault is cleared. */
        STUCK,
        /** Its status goes back and forth until the fault is cleared. */
        FLAP,
        /** It fails. */
        FAIL,
        /** Its numbers are as large as a signed 64-bit number can be. */
        BIG_IDS
    }
}
