package io.postbreeze.events;

import org.jspecify.annotations.Nullable;

/** A record that no version of this library can read: it belongs in the dead-letter topic. */
public final class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A record that cannot be read, and why. */
    public MalformedEventException(String message) {
        super(message);
    }

    MalformedEventException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
