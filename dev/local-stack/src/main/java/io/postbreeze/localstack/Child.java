package io.postbreeze.localstack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A running child process. */
record Child(ChildSpec spec, Process process, long startedNanos) {
    private static final Duration STARTUP = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final long TICK_MILLIS = 100;

    /** @throws StackFailure when it dies, or is not ready within two minutes */
    void awaitReady(HttpClient http) throws InterruptedException {
        while (!isReady(http)) {
            if (process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new StackFailure("%s died at its start with exit code %d; its log: %s"
                        .formatted(spec.name(), process.exitValue(), spec.log()));
            }
            if (age().compareTo(STARTUP) > 0) {
                throw new StackFailure("%s is not ready after %d s; its log: %s"
                        .formatted(spec.name(), STARTUP.toSeconds(), spec.log()));
            }
        }
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private boolean isReady(HttpClient http) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(spec.ready()).timeout(ANSWER).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
