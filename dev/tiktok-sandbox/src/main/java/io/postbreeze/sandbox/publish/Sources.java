package io.postbreeze.sandbox.publish;

import io.postbreeze.sandbox.http.Refusal;
import io.postbreeze.sandbox.state.ChunkPlan;
import io.postbreeze.sandbox.state.Transfer;
import io.postbreeze.sandbox.state.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where the bytes of a post are to come from. */
final class Sources {
    static final String BAD_SOURCE = "The request source info is empty or incorrect";
    private static final int MOST_PHOTOS = 35;
    private static final int LONGEST_URL = 4_096;

    private final World world;

    Sources(World world) {
        this.world = world;
    }

    /** A video: pushed in chunks, or pulled from an address whose ownership is not looked at yet. */
    Transfer video(JsonObject source) {
        return switch (String.valueOf(source.getValue("source"))) {
            case "FILE_UPLOAD" -> Transfer.upload(id(), world.secret(), plan(source), world.now());
            case "PULL_FROM_URL" -> Transfer.pull(id(), List.of(url(source.getValue("video_url"))), world.now());
            default -> throw Refusal.invalidParams(BAD_SOURCE);
        };
    }

    /** Photos, which can only be pulled. */
    Transfer photos(JsonObject source) {
        if (!"PULL_FROM_URL".equals(source.getValue("source"))
                || !(source.getValue("photo_images") instanceof JsonArray photos)
                || photos.isEmpty()
                || photos.size() > MOST_PHOTOS) {
            throw Refusal.invalidParams(BAD_SOURCE);
        }
        List<String> urls = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            urls.add(url(photos.getValue(i)));
        }
        return Transfer.pull(id(), urls, world.now());
    }

    /** Which of the photos is the cover, counted from 0. */
    static long cover(JsonObject source, Transfer photos) {
        long cover = source.getValue("photo_cover_index") instanceof Integer index ? index : -1;
        if (cover < 0 || cover >= photos.urls().size()) {
            throw Refusal.invalidParams(BAD_SOURCE);
        }
        return cover;
    }

    private String id() {
        return String.valueOf(world.bigNumber());
    }

    private static String url(@Nullable Object value) {
        if (value instanceof String url && !url.isBlank() && url.length() <= LONGEST_URL) {
            return url;
        }
        throw Refusal.invalidParams(BAD_SOURCE);
    }

    private static long number(JsonObject source, String name) {
        return switch (source.getValue(name)) {
            case Integer number -> number;
            case Long number -> number;
            case null, default -> throw Refusal.invalidParams(BAD_SOURCE);
        };
    }

    private ChunkPlan plan(JsonObject source) {
        ChunkPlan plan = new ChunkPlan(
                number(source, "video_size"), number(source, "chunk_size"), number(source, "total_chunk_count"));
        boolean isLenient = world.settings().chunkReading().equals("lenient");
        (isLenient ? ChunkRules.lenientViolation(plan) : ChunkRules.violation(plan)).ifPresent(message -> {
            throw Refusal.invalidParams(message);
        });
        return plan;
    }
}
