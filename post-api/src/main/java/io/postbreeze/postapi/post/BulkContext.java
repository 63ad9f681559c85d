package io.postbreeze.postapi.post;

import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/**
 * Gives every post of a bulk request a Vert.x context of its own. Sessions belong to contexts: posts that are created
 * at the same time in one context would store each other's rows.
 */
@ApplicationScoped
class BulkContext {
    private final Vertx vertx;

    BulkContext(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The work on a context of its own, within the trace of the request; its outcome comes back to the request's. */
    <T> Uni<T> onItsOwn(Uni<T> work) {
        Context request = vertx.getOrCreateContext();
        Context own = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(request));
        // Not detached afterwards: the context ends with the work.
        QuarkusContextStorage.INSTANCE.attach(own, io.opentelemetry.context.Context.current());
        return work.runSubscriptionOn(task -> own.runOnContext(started -> task.run()))
                .emitOn(task -> request.runOnContext(ended -> task.run()));
    }
}
