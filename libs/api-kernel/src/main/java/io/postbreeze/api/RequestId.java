package io.postbreeze.api;

import jakarta.enterprise.context.RequestScoped;

/** Names one request in answers and logs: {@code req_…}. */
@RequestScoped
public class RequestId {
    private final String value = PrefixedIds.next("req");

    /** The id, the same for the whole request. */
    public String value() {
        return value;
    }
}
