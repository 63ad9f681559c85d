package io.postbreeze.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure of a request ends here and leaves as an {@link ErrorEnvelope}. */
@ApplicationScoped
public class ErrorMappers {
    private static final Logger LOGGER = Logger.getLogger(ErrorMappers.class);

    private final RequestId requestId;

    ErrorMappers(RequestId requestId) {
        this.requestId = requestId;
    }

    /** An error that the code chose to answer with. */
    @ServerExceptionMapper
    public Response refused(ApiException failure) {
        return answer(failure.status(), failure.code(), failure.explanation(), failure.details());
    }

    /** A body that is no JSON at all. */
    @ServerExceptionMapper
    public Response malformedJson(JsonProcessingException failure) {
        return answer(400, "MALFORMED_JSON", "The body is no valid JSON: " + where(failure), List.of());
    }

    /** JSON whose values have the wrong shape. */
    @ServerExceptionMapper
    public Response wrongShape(JsonMappingException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        String message = path.isEmpty() ? "The body has the wrong shape." : "The value at " + path + " cannot be read.";
        return answer(400, "MALFORMED_JSON", message, List.of());
    }

    /** The same; the framework has a mapper of its own for this subtype, which must not win. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException failure) {
        return wrongShape(failure);
    }

    /** What the framework itself answers: no such path, wrong method, wrong media type. */
    @ServerExceptionMapper
    public Response framework(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (failure.getCause() instanceof JsonMappingException wrong) {
            return wrongShape(wrong);
        }
        if (failure.getCause() instanceof JsonProcessingException malformed) {
            return malformedJson(malformed);
        }
        return answer(status, codeOf(status), messageOf(status), List.of());
    }

    /** Everything nobody thought of: logged with the request id, told without details. */
    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        LOGGER.errorf(failure, "Request %s failed unexpectedly", requestId.value());
        return answer(500, "INTERNAL_ERROR", "Something went wrong on our side; the request id names it.", List.of());
    }

    private static String where(JsonProcessingException failure) {
        return failure.getLocation() == null
                ? "it cannot be read."
                : "line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr() + ".";
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 400 -> "BAD_REQUEST";
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 413 -> "BODY_TOO_LARGE";
            case 415 -> "UNSUPPORTED_MEDIA_TYPE";
            default -> status >= 500 ? "INTERNAL_ERROR" : "REQUEST_REFUSED";
        };
    }

    private static String messageOf(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not know that method.";
            case 406 -> "Answers are application/json.";
            case 413 -> "The body is too large.";
            case 415 -> "Send the body as application/json.";
            default -> "The request was refused.";
        };
    }

    private Response answer(int status, String code, String message, List<Violation> details) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorEnvelope(status, code, message, requestId.value(), details))
                .build();
    }
}
