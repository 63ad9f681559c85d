package io.postbreeze.sandbox.inspection;

import java.io.IOException;

/** The bytes are not what they claim to be; a verdict on the file, not a failure of the disk. */
final class Malformed extends IOException {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
        super(message);
    }
}
