package io.postbreeze.publisher.publication;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.publisher.failure.Step;
import io.postbreeze.publisher.publication.Fact.Verdict;
import io.postbreeze.publisher.upload.ByteRange;
import io.postbreeze.publisher.upload.ChunkPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A TikTok in a few lines, which fails at random before or after it has done something. */
final class ModelTikTok {
    private static final Duration ADDRESS_LIVES = Duration.ofHours(1);

    private final Random random;
    private final double faults;
    private final MediaFacts media;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final boolean webhooks;
    private final boolean isPublic;
    int chunksTaken;
    int interruptions;

    ModelTikTok(Random random, double faults, MediaFacts media) {
        this.random = random;
        this.faults = faults;
        this.media = media;
        this.webhooks = random.nextBoolean();
        this.isPublic = random.nextBoolean();
    }

    long posts() {
        return items.values().stream().filter(item -> item.posted).count();
    }

    int uploads() {
        return items.size();
    }

    /** What the adapter would report. */
    Fact perform(Effect effect, Instant now) {
        return switch (effect) {
            case Effect.ReservePlace ignored -> new Fact.PlaceGiven(fails() ? now.plusSeconds(30) : now);
            case Effect.Inspect ignored ->
                fails()
                        ? failed(Step.PREPARE, FailureKind.SERVICE_UNAVAILABLE, "media_unavailable")
                        : new Fact.Inspected(media, Samples.CREATOR);
            case Effect.OpenUpload open -> open(open.plan(), now);
            case Effect.OpenInboxUpload open -> open(open.plan(), now);
            case Effect.PublishPhotos order -> order(order.photos(), now);
            case Effect.SendChunk chunk -> receive(chunk.upload().publishId(), chunk.range(), now);
            case Effect.AskStatus ask -> {
                // The row has it, so it is no stray any more.
                known.add(ask.publishId());
                yield status(items.get(ask.publishId()), now);
            }
            case Effect.Search ignored -> search(now);
            case Effect.RenewToken ignored -> new Fact.TokenRenewed();
            case Effect.Rest ignored -> throw new IllegalStateException();
        };
    }

    private Fact open(ChunkPlan plan, Instant now) {
        if (fails()) {
            return failed(Step.INIT_VIDEO, FailureKind.UNAVAILABLE, "internal_error");
        }
        if (fails()) {
            return failed(Step.INIT_VIDEO, FailureKind.TOKEN_REFUSED, "access_token_invalid");
        }
        String id = "v_" + items.size();
        items.put(id, new Item(plan, now));
        return fails()
                ? failed(Step.INIT_VIDEO, FailureKind.OUTCOME_UNKNOWN, "reply_lost")
                : new Fact.UploadOpened(id, "https://upload/" + id, plan, "\"v1\"");
    }

    /** Unlike a video's this init posts by itself, a while later. */
    private Fact order(MediaFacts.Photos photos, Instant now) {
        if (fails()) {
            return failed(Step.INIT_PHOTO, FailureKind.UNAVAILABLE, "connection_refused");
        }
        if (fails()) {
            return failed(Step.INIT_PHOTO, FailureKind.TOKEN_REFUSED, "access_token_invalid");
        }
        String id = "p_" + items.size();
        Item item = new Item(new ChunkPlan(photos.sizeBytes(), photos.sizeBytes(), 1), now);
        item.stored = photos.sizeBytes();
        item.readyAt = now.plusSeconds(random.nextInt(600));
        item.refused = fails() && random.nextBoolean();
        items.put(id, item);
        if (fails()) {
            FailureKind nothing = random.nextBoolean() ? FailureKind.OUTCOME_UNKNOWN : FailureKind.UNREADABLE;
            return failed(Step.INIT_PHOTO, nothing, "reply_lost");
        }
        known.add(id);
        return new Fact.PhotosTaken(id, photos.sizeBytes());
    }

    /** Webhooks may have been lost, and the list shows what is public and not what is being made. */
    private Fact search(Instant now) {
        if (fails()) {
            return failed(Step.STATUS, FailureKind.UNAVAILABLE, "timeout");
        }
        List<String> strays = items.entrySet().stream()
                .filter(item -> item.getValue().isComplete() && !known.contains(item.getKey()))
                .filter(item -> webhooks && now.isAfter(item.getValue().openedAt.plusSeconds(30)))
                .map(Map.Entry::getKey)
                .toList();
        items.values().forEach(item -> item.posted |= !item.refused && !now.isBefore(item.readyAt));
        List<Traces.SeenPost> posts = items.entrySet().stream()
                .filter(item -> item.getValue().posted && isPublic)
                .map(item -> new Traces.SeenPost(
                        "7" + item.getKey().substring(2), null, "Hello  #world ", null, item.getValue().openedAt))
                .toList();
        return new Fact.Searched(new Traces(strays, false, posts, false));
    }

    private Fact receive(String id, ByteRange range, Instant now) {
        Item item = items.get(id);
        if (fails()) {
            interruptions++;
            return failed(Step.CHUNK, FailureKind.UNAVAILABLE, "upload_lost");
        }
        if (item.isComplete() || now.isAfter(item.openedAt.plus(ADDRESS_LIVES))) {
            return failed(Step.CHUNK, FailureKind.UPLOAD_GONE, "upload_http_404");
        }
        if (range.first() != item.stored) {
            return new Fact.BytesStored(item.stored);
        }
        chunksTaken++;
        item.staleBytes = item.stored;
        item.staleUntil = fails() ? now.plusSeconds(30) : now;
        item.stored = range.end();
        if (item.isComplete()) {
            item.readyAt = now.plusSeconds(random.nextInt(600));
            item.refused = fails() && random.nextBoolean();
        }
        if (fails()) {
            interruptions++;
            return failed(Step.CHUNK, FailureKind.UNAVAILABLE, "upload_unanswered");
        }
        return new Fact.BytesStored(item.stored);
    }

    private Fact status(Item item, Instant now) {
        if (fails()) {
            return failed(Step.STATUS, FailureKind.UNAVAILABLE, "timeout");
        }
        if (!item.isComplete()) {
            boolean dead = now.isAfter(item.openedAt.plus(ADDRESS_LIVES).plus(Duration.ofMinutes(30)));
            return dead
                    ? new Fact.StatusSeen(Verdict.FAILED, null, null, null, null)
                    : new Fact.StatusSeen(Verdict.UPLOADING, fails() ? null : item.stored, null, null, null);
        }
        if (now.isBefore(item.staleUntil)) {
            return new Fact.StatusSeen(
                    Verdict.UPLOADING, random.nextBoolean() ? null : item.staleBytes, null, null, null);
        }
        if (now.isBefore(item.readyAt)) {
            return new Fact.StatusSeen(Verdict.PROCESSING, item.stored, null, null, null);
        }
        item.posted = !item.refused;
        return item.posted
                ? new Fact.StatusSeen(Verdict.COMPLETE, null, fails() ? null : "73", null, null)
                : new Fact.StatusSeen(Verdict.FAILED, null, null, null, "internal");
    }

    /** What was received in full will be posted whether or not anyone asks. */
    void settle() {
        items.values().stream()
                .filter(item -> item.isComplete() && !item.refused)
                .forEach(item -> item.posted = true);
    }

    boolean fails() {
        return random.nextDouble() < faults;
    }

    private static Fact failed(Step step, FailureKind kind, String code) {
        return new Fact.StepFailed(step, Failure.of(kind, code));
    }

    private static final class Item {
        private final ChunkPlan plan;
        private final Instant openedAt;
        private long stored;
        private long staleBytes;
        private Instant staleUntil = Instant.MIN;
        private Instant readyAt = Instant.MAX;
        private boolean refused;
        private boolean posted;

        Item(ChunkPlan plan, Instant openedAt) {
            this.plan = plan;
            this.openedAt = openedAt;
        }

        boolean isComplete() {
            return plan.isComplete(stored);
        }
    }
}
