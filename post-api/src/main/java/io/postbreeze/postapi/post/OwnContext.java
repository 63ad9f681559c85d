package io.postbreeze.postapi.post;

import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Runs pieces of one request side by side. A database session belongs to a Vert.x context, so pieces that are to have
 * sessions of their own need contexts of their own.
 */
@ApplicationScoped
class OwnContext {
    private final Vertx vertx;

    OwnContext(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The same work in a context of its own, within the same trace; its outcome comes back on the caller's. */
    <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Context home = vertx.getOrCreateContext();
            Context own = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(home));
            VertxContextSafetyToggle.setContextSafe(own, true);
            // Not detached afterwards: the context ends with the work.
            QuarkusContextStorage.INSTANCE.attach(own, io.opentelemetry.context.Context.current());
            return Uni.createFrom()
                    .<T>emitter(outcome ->
                            own.runOnContext(started -> work.get().subscribe().with(outcome::complete, outcome::fail)))
                    .emitOn(task -> home.runOnContext(back -> task.run()));
        });
    }
}
