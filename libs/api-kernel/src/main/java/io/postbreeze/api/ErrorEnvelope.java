package io.postbreeze.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The body of every answer that is not a success.
 *
 * @param statusCode the HTTP status again
 * @param code what went wrong, in SCREAMING_SNAKE; part of the contract
 * @param message the same for people; wording may change
 * @param requestId names this request in our logs
 * @param details every broken rule where there are several, else left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ErrorEnvelope(int statusCode, String code, String message, String requestId, List<Violation> details) {}
