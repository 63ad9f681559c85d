package io.postbreeze.localstack;

import org.jspecify.annotations.Nullable;

/** Why the stack cannot run, in one line that tells its user what to do. */
public final class StackFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure whose message is all there is to know. */
    public StackFailure(String message) {
        this(message, null);
    }

    /** A failure with what lies behind it. */
    public StackFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
