package io.postbreeze.publisher.dispatch;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Gives every run a Vert.x context of its own, so that runs share the event loops and none of their state. */
@ApplicationScoped
class RunContext {
    private static final TextMapGetter<String> TRACEPARENT = new Traceparent();

    private final VertxInternal vertx;
    private final Tracer tracer;

    RunContext(Vertx vertx, Tracer tracer) {
        this.vertx = (VertxInternal) vertx;
        this.tracer = tracer;
    }

    /**
     * Starts a run within the trace of the request that scheduled its post.
     *
     * @param run the run
     * @param ended told once, on any thread
     * @return stops the run wherever it is
     */
    Cancellable start(Run run, Ended ended) {
        Context context =
                Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.createEventLoopContext()));
        AtomicReference<@Nullable Runnable> cancel = new AtomicReference<>();
        context.runOnContext(started -> {
            Span span = span(run);
            // Not detached afterwards: the context ends with the run.
            QuarkusContextStorage.INSTANCE.attach(
                    context, span.storeInContext(io.opentelemetry.context.Context.root()));
            Uni<Void> work = run.work().onTermination().invoke((item, failure, cancelled) -> {
                span.end();
                ended.with(failure);
            });
            Cancellable subscription = work.subscribe().with(item -> {}, failure -> {});
            if (!cancel.compareAndSet(null, subscription::cancel)) {
                subscription.cancel();
            }
        });
        return () -> {
            Runnable known = cancel.getAndSet(() -> {});
            if (known != null) {
                context.runOnContext(stopped -> known.run());
            }
        };
    }

    /** Told once how a run ended. */
    interface Ended {
        /** With null when it ended well. */
        void with(@Nullable Throwable failure);
    }

    private Span span(Run run) {
        String traceparent = run.claimed().traceparent();
        io.opentelemetry.context.Context parent = traceparent == null
                ? io.opentelemetry.context.Context.root()
                : W3CTraceContextPropagator.getInstance()
                        .extract(io.opentelemetry.context.Context.root(), traceparent, TRACEPARENT);
        return tracer.spanBuilder("publish")
                .setParent(parent)
                .setSpanKind(SpanKind.INTERNAL)
                .setAttribute("publicationId", run.key().publicationId())
                .startSpan();
    }

    /** Reads the one header that a row keeps. */
    private static final class Traceparent implements TextMapGetter<String> {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return "traceparent".equals(key) ? carrier : null;
        }
    }
}
