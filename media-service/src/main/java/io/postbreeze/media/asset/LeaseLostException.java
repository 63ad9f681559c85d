package io.postbreeze.media.asset;

/** Another replica has taken a fetch over: whoever had it before writes nothing more. */
final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        // Expected, and answered by stopping: the stack trace would only cost.
        super("Another replica has the lease", null, false, false);
    }
}
