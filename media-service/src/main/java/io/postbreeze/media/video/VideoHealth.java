package io.postbreeze.media.video;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows whether something is made of videos here; that nothing is, is no fault. */
@Readiness
@ApplicationScoped
class VideoHealth implements HealthCheck {
    private final VideoTools tools;

    VideoHealth(VideoTools tools) {
        this.tools = tools;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ffmpeg")
                .up()
                .withData("posters", tools.posters())
                .withData("repairs", tools.repairs() ? "on" : tools.repairsOff())
                .build();
    }
}
