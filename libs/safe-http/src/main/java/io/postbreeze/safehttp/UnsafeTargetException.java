package io.postbreeze.safehttp;

/** An address that a user named and that no request will be sent to. */
public final class UnsafeTargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnsafeTargetException(Reason reason) {
        // An answer to a user, not a fault of ours: the stack trace would only cost.
        super(reason.explanation(), null, false, false);
        this.reason = reason;
    }

    /** What is wrong with it. */
    public Reason reason() {
        return reason;
    }

    /** What can be wrong with an address. */
    public enum Reason {
        /** It cannot be read as an absolute URL. */
        MALFORMED("The URL is not an absolute https URL."),
        /** Neither https nor what else is allowed. */
        SCHEME("The URL must begin with https://."),
        /** A user or password in it: they would end up in logs. */
        USER_INFO("The URL must not contain a user or a password."),
        /** A port that is not open to users. */
        PORT("The URL's port is not allowed."),
        /** A host that is not a name or a plain address. */
        HOST("The URL's host is not a domain name."),
        /** The name has no address now; it may have one later. */
        UNRESOLVED("The URL's host has no address."),
        /** One of the addresses lies in somebody's network. */
        NOT_PUBLIC("The URL's host is not on the public internet.");

        private final String explanation;

        Reason(String explanation) {
            this.explanation = explanation;
        }

        /** The same for people. */
        public String explanation() {
            return explanation;
        }
    }
}
