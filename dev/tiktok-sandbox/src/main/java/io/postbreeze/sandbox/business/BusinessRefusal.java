package io.postbreeze.sandbox.business;

/** An answer of the Business API that is no success. */
final class BusinessRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    private BusinessRefusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The creator did not allow it, or it is not this creator's. */
    static BusinessRefusal forbidden(String message) {
        return new BusinessRefusal(40001, message);
    }

    static BusinessRefusal badParameter(String message) {
        return new BusinessRefusal(40002, message);
    }

    static BusinessRefusal tooMany() {
        return new BusinessRefusal(40100, "App reaches the QPS limit 20");
    }

    static BusinessRefusal badToken() {
        return new BusinessRefusal(40105, "Access token is incorrect or has been revoked.");
    }

    int code() {
        return code;
    }
}
