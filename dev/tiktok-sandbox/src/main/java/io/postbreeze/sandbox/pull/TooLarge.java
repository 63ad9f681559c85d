package io.postbreeze.sandbox.pull;

/** More came from an address than a file may have. */
final class TooLarge extends PullFailed {
    private static final long serialVersionUID = 1L;

    TooLarge(long most) {
        super("more than " + most + " bytes");
    }
}
