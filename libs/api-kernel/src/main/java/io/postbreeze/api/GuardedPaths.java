package io.postbreeze.api;

import jakarta.ws.rs.container.ContainerRequestContext;

/** Which paths need which proof of identity. */
final class GuardedPaths {
    private GuardedPaths() {}

    static boolean isApi(ContainerRequestContext request) {
        return path(request).startsWith("/api/");
    }

    static boolean isInternal(ContainerRequestContext request) {
        return path(request).startsWith("/internal/");
    }

    private static String path(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.startsWith("/") ? path : "/" + path;
    }
}
