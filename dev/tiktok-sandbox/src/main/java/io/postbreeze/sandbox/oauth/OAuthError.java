package io.postbreeze.sandbox.oauth;

/** A refusal of the OAuth endpoints: flat, and with HTTP status 200, as the live API has it. */
final class OAuthError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;

    OAuthError(String error, String description) {
        super(description, null, false, false);
        this.error = error;
    }

    String error() {
        return error;
    }
}
