package io.postbreeze.api;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps NUL characters, which no PostgreSQL text can hold, away from questions to a database. */
class StorableParameters {

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check(ContainerRequestContext request) {
        if (holdsNul(request.getUriInfo().getPathParameters())) {
            throw new ApiException(404, "NOT_FOUND", "There is nothing at this path.");
        }
        if (holdsNul(request.getUriInfo().getQueryParameters())) {
            throw new ApiException(400, "BAD_REQUEST", "A query parameter holds a NUL character.");
        }
    }

    private static boolean holdsNul(MultivaluedMap<String, String> parameters) {
        return parameters.values().stream().flatMap(List::stream).anyMatch(value -> value.indexOf('\0') >= 0);
    }
}
