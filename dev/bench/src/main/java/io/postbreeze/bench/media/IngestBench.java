package io.postbreeze.bench.media;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.bench.stack.StackApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** A video of 500 MB from a host that hangs up at 70 %: how long it takes, and what memory and traffic it costs. */
final class IngestBench {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final double MOST_TRAFFIC = 1.05;

    private final StackApi api;
    private final Meters meters;
    private final Path process;
    private final Clock clock;
    private double heap;
    private long resident;

    /** With the process id of the service that fetches. */
    IngestBench(StackApi api, Meters meters, String pid, Clock clock) {
        this.api = api;
        this.meters = meters;
        this.process = Path.of("/proc", pid, "status");
        this.clock = clock;
    }

    /** Whether the file arrived without being sent anew. */
    boolean run() throws IOException, InterruptedException, ExecutionException {
        try (VideoHost host = VideoHost.start()) {
            Instant started = clock.instant();
            JsonNode end = ingest(host.url(), started);
            double seconds = Duration.between(started, clock.instant()).toMillis() / 1e3;
            double traffic = (double) host.sent() / VideoHost.BYTES;
            System.out.printf(
                    "ingest: %d MB from a URL, cut once at 70 %%: %s after %.1f s, %.0f MB/s; %d requests, %.3f of its"
                            + " bytes sent; peak heap %.0f MB, peak RSS %s%n",
                    VideoHost.BYTES >> 20,
                    end.path("status").asText("still going on"),
                    seconds,
                    (VideoHost.BYTES >> 20) / seconds,
                    host.asked(),
                    traffic,
                    heap / (1 << 20),
                    resident == 0 ? "unknown" : (resident >> 10) + " MB");
            return "READY".equals(end.path("status").asText()) && traffic < MOST_TRAFFIC;
        }
    }

    private JsonNode ingest(String url, Instant started) throws IOException, InterruptedException, ExecutionException {
        try (ExecutorService asking = Executors.newSingleThreadExecutor()) {
            Future<JsonNode> answer = asking.submit(() -> api.fromUrl(url));
            while (!answer.isDone()) {
                look();
            }
            JsonNode asset = answer.get();
            while ("PROCESSING".equals(asset.path("status").asText())
                    && clock.instant().isBefore(started.plus(PATIENCE))) {
                look();
                asset = api.media(asset.get("id").textValue());
            }
            return asset;
        }
    }

    /** What the service holds now; its RSS where the system tells. */
    private void look() throws IOException, InterruptedException {
        heap = Math.max(heap, meters.sum("jvm_memory_used_bytes{area=\"heap\""));
        if (Files.isReadable(process)) {
            long now = Files.readAllLines(process).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
            resident = Math.max(resident, now);
        }
        LockSupport.parkNanos(GLANCE.toNanos());
    }
}
