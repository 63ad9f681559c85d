package io.postbreeze.bench.media;

import io.postbreeze.bench.stack.RunningStack;
import io.postbreeze.bench.stack.StackApi;
import io.postbreeze.testkit.SampleVideo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * {@code ./postbreeze bench media}, on the stack that runs here: upload addresses a second beside what the same process
 * answers when it has nothing to do, what it costs to look at a file, to fetch a large one whose host hangs up, and how
 * long a carousel of 35 large photos takes to be ready.
 */
public final class MediaBench implements AutoCloseable {
    private static final int REQUESTS = 3_000;
    private static final int AT_ONCE = 16;
    private static final int VIDEOS = 40;
    private static final int PHOTOS = 35;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration YEAR = Duration.ofDays(365);

    private final HttpClient http = HttpClient.newHttpClient();
    private final StackApi api;
    private final String service;
    private final Meters meters;
    private final IngestBench ingest;
    private final Clock clock;

    private MediaBench(RunningStack stack, Clock clock) {
        this.api = stack.api();
        this.service = stack.value("MEDIA_URL");
        this.meters = new Meters(http, service);
        this.ingest = new IngestBench(api, meters, stack.value("MEDIA_SERVICE_PID"), clock);
        this.clock = clock;
    }

    /**
     * Runs all of it and prints what came out.
     *
     * @return the exit status: 1 when the carousel was not ready or the large file was fetched twice, 2 when there is
     *     no stack
     */
    public static int run() throws IOException, InterruptedException, ExecutionException {
        Optional<RunningStack> stack = RunningStack.find();
        if (stack.isEmpty()) {
            System.err.println("No stack runs here; ./postbreeze up starts one.");
            return 2;
        }
        try (MediaBench bench = new MediaBench(stack.get(), Clock.systemUTC())) {
            bench.presigns();
            bench.probes();
            boolean isReady = bench.carousel();
            return bench.ingest.run() && isReady ? 0 : 1;
        }
    }

    private void presigns() throws IOException, InterruptedException, ExecutionException {
        HttpRequest alive =
                HttpRequest.newBuilder(URI.create(service + "/q/health/live")).build();
        Callable<?> floor = () -> http.send(alive, BodyHandlers.discarding());
        Callable<?> presign = () -> api.presign("clip.mp4", "video/mp4", 64_000_000);
        perSecond(floor);
        perSecond(presign);
        double bare = perSecond(floor);
        double signed = perSecond(presign);
        System.out.printf(
                "presign: %.0f a second through the gateway; an empty answer of the same process: %.0f; ratio %.2f%n",
                signed, bare, signed / bare);
    }

    private double perSecond(Callable<?> request) throws InterruptedException, ExecutionException {
        long started = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> answers = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                answers.add(threads.submit(request));
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
        }
        return REQUESTS / ((System.nanoTime() - started) / 1e9);
    }

    private void probes() throws IOException, InterruptedException {
        double looks = meters.sum("postbreeze_media_inspections_seconds_count");
        double seconds = meters.sum("postbreeze_media_inspections_seconds_sum");
        double bytes = meters.sum("postbreeze_media_inspection_read_bytes_sum");
        for (int i = 0; i < VIDEOS; i++) {
            api.media(api.upload("clip.mp4", "video/mp4", SampleVideo.bytes()));
        }
        looks = meters.sum("postbreeze_media_inspections_seconds_count") - looks;
        System.out.printf(
                "probe: %.1f ms and %.0f of %d bytes read, the mean of %.0f%n",
                (meters.sum("postbreeze_media_inspections_seconds_sum") - seconds) * 1e3 / looks,
                (meters.sum("postbreeze_media_inspection_read_bytes_sum") - bytes) / looks,
                SampleVideo.bytes().length,
                looks);
    }

    private boolean carousel() throws IOException, InterruptedException {
        String account = api.account("photographer");
        List<String> photos = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < PHOTOS; i++) {
            byte[] photo = LargePhoto.png(i);
            bytes += photo.length;
            photos.add(api.upload(i + ".png", "image/png", photo));
        }
        String ready = "postbreeze_media_renditions_seconds_count{outcome=\"ready\"";
        String spent = "postbreeze_media_renditions_seconds_sum{outcome=\"ready\"";
        double before = meters.sum(ready);
        double spentBefore = meters.sum(spent);
        Instant started = clock.instant();
        api.schedule("carousel of " + started, photos, account, started.plus(YEAR));
        while (meters.sum(ready) - before < PHOTOS) {
            if (clock.instant().isAfter(started.plus(PATIENCE))) {
                System.out.printf("carousel: %.0f of %d photos are ready%n", meters.sum(ready) - before, PHOTOS);
                return false;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        Duration taken = Duration.between(started, clock.instant());
        System.out.printf(
                "carousel: %d photos of 12 megapixels (PNG, %d MB in all) ready %.1f s after the post was scheduled;"
                        + " %.0f ms of work each%n",
                PHOTOS, bytes >> 20, taken.toMillis() / 1e3, (meters.sum(spent) - spentBefore) * 1e3 / PHOTOS);
        return true;
    }

    @Override
    public void close() {
        api.close();
        http.close();
    }
}
