package io.postbreeze.media.asset;

import io.postbreeze.media.store.MediaStore;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows whether the store answers, without taking the service out of duty: another replica would see the same. */
@Readiness
@ApplicationScoped
class StoreHealth implements AsyncHealthCheck {
    /** Less than the second that a probe usually waits. */
    private static final Duration PATIENCE = Duration.ofMillis(700);

    private final MediaStore store;
    private final Vertx vertx;

    StoreHealth(MediaStore store, Vertx vertx) {
        this.store = store;
        this.vertx = vertx;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return vertx.executeBlocking(store::reachable, false)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(false)
                .map(StoreHealth::response);
    }

    private static HealthCheckResponse response(boolean reachable) {
        return HealthCheckResponse.named("object store")
                .up()
                .withData("reachable", reachable)
                .build();
    }
}
