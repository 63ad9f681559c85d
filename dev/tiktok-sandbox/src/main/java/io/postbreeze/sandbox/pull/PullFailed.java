package io.postbreeze.sandbox.pull;

/** Why nothing usable came from an address. */
class PullFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PullFailed(String why) {
        super(why, null, false, false);
    }
}
