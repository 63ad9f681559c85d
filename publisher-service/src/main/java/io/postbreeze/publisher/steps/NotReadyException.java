package io.postbreeze.publisher.steps;

/** Something of ours will be ready in a moment; nothing failed. */
final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a sentence for the user. */
    NotReadyException(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
