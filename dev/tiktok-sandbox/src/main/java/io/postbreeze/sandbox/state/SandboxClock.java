package io.postbreeze.sandbox.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that runs like another one, some way ahead of it. It never goes back, so nothing that happened is undone. */
public final class SandboxClock implements InstantSource {
    private final Clock real;
    private Duration ahead;

    SandboxClock(Clock real, Duration ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    /** The time outside. */
    public Instant real() {
        return real.instant();
    }

    /** How far it is ahead. */
    public Duration ahead() {
        return ahead;
    }

    void advance(Duration by) {
        ahead = ahead.plus(by);
    }

    void reset() {
        ahead = Duration.ZERO;
    }
}
