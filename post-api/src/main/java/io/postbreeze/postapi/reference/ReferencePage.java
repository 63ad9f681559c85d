package io.postbreeze.postapi.reference;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives the page its short address; its files and the document are static resources. */
@ApplicationScoped
class ReferencePage {
    void register(@Observes Router router) {
        router.get("/docs").handler(request -> request.reroute("/docs/index.html"));
    }
}
