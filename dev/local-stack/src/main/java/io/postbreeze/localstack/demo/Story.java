package io.postbreeze.localstack.demo;

import io.postbreeze.localstack.StackFailure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** One video's way: upload, schedule, publication, timeline, numbers. */
final class Story {
    private static final int DELAY_SECONDS = 5;
    private static final Duration PUBLICATION = Duration.ofMinutes(2);
    private static final Duration NUMBERS = Duration.ofMinutes(1);
    private static final Set<String> ENDINGS = Set.of("PUBLISHED", "IN_INBOX", "FAILED", "CANCELED", "OUTCOME_UNKNOWN");

    private final Api api;
    private final Terminal terminal;
    private final Clock clock;
    private final String sandbox;
    private final String accountId;

    Story(Api api, Terminal terminal, Clock clock, String sandbox, String accountId) {
        this.api = api;
        this.terminal = terminal;
        this.clock = clock;
        this.sandbox = sandbox;
        this.accountId = accountId;
    }

    /** @throws StackFailure when any step does not end as it should */
    void tell() throws InterruptedException {
        SampleFile video = SampleFile.create();
        try (video) {
            post(video);
        }
    }

    private void post(SampleFile video) throws InterruptedException {
        String postId = schedule(upload(video));
        JsonObject target = follow(postId);
        timeline(postId);
        if (!"PUBLISHED".equals(target.getString("status"))) {
            throw new StackFailure("The post ended as %s: %s %s"
                    .formatted(
                            target.getString("status"),
                            target.getString("errorCode"),
                            target.getString("errorMessage")));
        }
        showOnTikTok(identified(postId), video.sha256());
        numbers(postId);
    }

    private String upload(SampleFile video) throws InterruptedException {
        terminal.headline("1  Upload: a 12-second 1080×1920 H.264 video, padded to "
                + Terminal.megabytes(SampleFile.BYTES) + ", through a presigned URL");
        JsonObject wish = new JsonObject()
                .put("filename", "demo.mp4")
                .put("contentType", "video/mp4")
                .put("bytes", SampleFile.BYTES);
        JsonObject presigned = api.post("/media/presign", wish);
        api.put(
                presigned.getString("uploadUrl"),
                presigned.getJsonObject("headers"),
                Upload.of(video.path(), sent -> terminal.progress("PUT", sent, SampleFile.BYTES)));
        String mediaId = presigned.getJsonObject("mediaAsset").getString("id");
        terminal.line("  stored as " + mediaId);
        return mediaId;
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

    private void showOnTikTok(JsonObject target, String sha256) throws InterruptedException {
        String id = target.getString("externalPostId");
        JsonObject received = Patience.until(
                "post " + id + " in the sandbox", NUMBERS, () -> ledgerEntry(id), entry -> !entry.isEmpty());
        terminal.headline("5  On TikTok");
        terminal.line("  id       " + id);
        terminal.line("  url      " + target.getString("externalUrl"));
        terminal.line("  here     " + sandbox + "/sandbox/posts/" + received.getString("publishId") + "/video");
        terminal.line("  SHA-256  " + received.getString("sha256"));
        if (!sha256.equals(received.getString("sha256"))) {
            throw new StackFailure("TikTok has other bytes than were uploaded, whose SHA-256 is " + sha256);
        }
        terminal.line("           the same as of the file that was uploaded");
    }

    private JsonObject ledgerEntry(String postId) throws InterruptedException {
        for (Object entry : new JsonArray(api.fetch(sandbox + "/sandbox/posts"))) {
            if (entry instanceof JsonObject post && postId.equals(post.getString("postId"))) {
                return post;
            }
        }
        return new JsonObject();
    }

    private void numbers(String postId) throws InterruptedException {
        terminal.headline("6  First numbers");
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
