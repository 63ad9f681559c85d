package io.postbreeze.localstack.demo;

import io.postbreeze.localstack.StackFailure;
import io.postbreeze.testkit.SampleVideo;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** One video's way: upload, schedule, publication, timeline, numbers. */
final class Story {
    /** Large enough for several chunks and a bar that moves. */
    private static final long VIDEO_BYTES = 36_000_000;

    private static final int DELAY_SECONDS = 5;
    private static final Duration PUBLICATION = Duration.ofMinutes(2);
    private static final Duration NUMBERS = Duration.ofMinutes(1);
    private static final Set<String> ENDINGS = Set.of("PUBLISHED", "FAILED", "CANCELED", "OUTCOME_UNKNOWN");

    private final Api api;
    private final Terminal terminal;
    private final Clock clock;
    private final String accountId;

    Story(Api api, Terminal terminal, Clock clock, String accountId) {
        this.api = api;
        this.terminal = terminal;
        this.clock = clock;
        this.accountId = accountId;
    }

    void tell() throws InterruptedException {
        String mediaId = upload();
        String postId = schedule(mediaId);
        JsonObject target = follow(postId);
        timeline(postId);
        if (!"PUBLISHED".equals(target.getString("status"))) {
            throw new StackFailure("The post ended as %s: %s %s"
                    .formatted(
                            target.getString("status"),
                            target.getString("errorCode"),
                            target.getString("errorMessage")));
        }
        JsonObject identified = identified(postId);
        terminal.headline("On TikTok");
        terminal.line("  id   " + identified.getString("externalPostId"));
        terminal.line("  url  " + identified.getString("externalUrl"));
        numbers(postId);
    }

    private String upload() throws InterruptedException {
        Path video = sample();
        try {
            terminal.headline("1  Upload: a 12-second 1080×1920 H.264 video, padded to "
                    + Terminal.megabytes(VIDEO_BYTES) + ", through a presigned URL");
            JsonObject wish = new JsonObject()
                    .put("filename", "demo.mp4")
                    .put("contentType", "video/mp4")
                    .put("bytes", VIDEO_BYTES);
            JsonObject presigned = api.post("/media/presign", wish);
            api.put(
                    presigned.getString("uploadUrl"),
                    presigned.getJsonObject("headers"),
                    Upload.of(video, sent -> terminal.progress("PUT", sent, VIDEO_BYTES)));
            String mediaId = presigned.getJsonObject("mediaAsset").getString("id");
            terminal.line("  stored as " + mediaId);
            return mediaId;
        } finally {
            delete(video);
        }
    }

    private static Path sample() {
        try {
            return SampleVideo.paddedTo(VIDEO_BYTES, Files.createTempFile("postbreeze-demo-", ".mp4"));
        } catch (IOException e) {
            throw new StackFailure("Cannot write the sample video: " + e.getMessage(), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackFailure("Cannot delete " + file, e);
        }
    }

    private String schedule(String mediaId) throws InterruptedException {
        Instant due = clock.instant().plusSeconds(DELAY_SECONDS).truncatedTo(ChronoUnit.MILLIS);
        terminal.headline("2  Schedule: in " + DELAY_SECONDS + " seconds");
        JsonObject options = new JsonObject()
                .put("platform", "TIKTOK_PERSONAL")
                .put("privacy", "PUBLIC_TO_EVERYONE")
                .put("allowComments", true)
                .put("allowDuet", false)
                .put("allowStitch", false)
                .put("autoAddMusic", false)
                .put("brandOrganicToggle", false)
                .put("brandContentToggle", false);
        JsonObject platform = new JsonObject().put("accountId", accountId).put("platformOptions", options);
        JsonObject post = new JsonObject()
                .put("content", "Behind the scenes from launch week ✨ #postbreeze")
                .put("scheduledFor", due.toString())
                .put("mediaIds", JsonArray.of(mediaId))
                .put("platforms", JsonArray.of(platform));
        String postId = api.post("/posts", post).getString("id");
        terminal.line("  " + postId + " is due at " + due);
        return postId;
    }

    private JsonObject follow(String postId) throws InterruptedException {
        terminal.headline("3  Publish: as TikTok receives it");
        return Patience.until(
                "the end of " + postId,
                PUBLICATION,
                () -> show(target(postId)),
                target -> ENDINGS.contains(target.getString("status", "")));
    }

    private JsonObject target(String postId) throws InterruptedException {
        return api.get("/posts/" + postId).getJsonArray("targets").getJsonObject(0);
    }

    private JsonObject show(JsonObject target) {
        JsonObject progress = target.getJsonObject("progress");
        String stage = target.getString("stage");
        String label = stage == null ? target.getString("status") : stage;
        if (progress != null && progress.getLong("totalBytes", 0L) > 0) {
            terminal.progress(label, progress.getLong("sentBytes", 0L), progress.getLong("totalBytes"));
        }
        return target;
    }

    private void timeline(String postId) throws InterruptedException {
        terminal.headline("4  Timeline");
        for (Object line : api.list("/posts/" + postId + "/timeline")) {
            JsonObject entry = (JsonObject) line;
            String logId = entry.getString("tiktokLogId");
            terminal.line("  %-24s %-14s %s%s"
                    .formatted(
                            entry.getString("at"),
                            entry.getString("state"),
                            entry.getString("detail", ""),
                            logId == null ? "" : " (TikTok log " + logId + ")"));
        }
    }

    /** TikTok may name the post a little after it has confirmed it. */
    private JsonObject identified(String postId) throws InterruptedException {
        return Patience.until(
                "TikTok's id", NUMBERS, () -> target(postId), target -> target.getString("externalPostId") != null);
    }

    private void numbers(String postId) throws InterruptedException {
        terminal.headline("5  First numbers");
        String path = "/analytics/posts/" + postId;
        JsonObject metrics = Patience.until("the first numbers", NUMBERS, () -> metrics(path), Story::hasViews);
        terminal.line("  %s views, %s likes, %s comments, %s shares"
                .formatted(
                        metrics.getValue("views"),
                        metrics.getValue("likes"),
                        metrics.getValue("comments"),
                        metrics.getValue("shares")));
    }

    private JsonObject metrics(String path) throws InterruptedException {
        if (!api.exists(path)) {
            return new JsonObject();
        }
        JsonArray targets = api.get(path).getJsonArray("targets");
        return targets.isEmpty()
                ? new JsonObject()
                : targets.getJsonObject(0).getJsonObject("metrics", new JsonObject());
    }

    private static boolean hasViews(JsonObject metrics) {
        return metrics.getValue("views") != null;
    }
}
