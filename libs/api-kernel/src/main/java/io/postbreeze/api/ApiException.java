package io.postbreeze.api;

import java.util.List;
import java.util.Objects;

/** A request that ends in an error answer; the mapper turns it into an {@link ErrorEnvelope}. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Violation> details;

    /**
     * An error without details.
     *
     * @param status HTTP status, 400 to 599
     * @param code contract code in SCREAMING_SNAKE
     * @param message what is wrong and how to mend it
     */
    public ApiException(int status, String code, String message) {
        this(status, code, message, List.of());
    }

    /** An error that names every broken rule. */
    public ApiException(int status, String code, String message, List<Violation> details) {
        // An answer to a caller, not a fault of ours: the stack trace would only cost.
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.details = List.copyOf(details);
    }

    /** A row that does not exist, or belongs to someone else: the caller cannot tell which. */
    public static ApiException notFound(String what) {
        return new ApiException(404, "NOT_FOUND", "There is no such " + what + ".");
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** What is wrong and how to mend it. */
    public String explanation() {
        return Objects.requireNonNull(getMessage());
    }

    /** Contract code. */
    public String code() {
        return code;
    }

    /** Every broken rule, empty when the message says it all. */
    public List<Violation> details() {
        return details;
    }
}
