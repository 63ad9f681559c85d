package io.postbreeze.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.postbreeze.api.PrefixedIds;
import io.postbreeze.bench.Comparison.Work;
import io.postbreeze.bench.media.MediaBench;
import io.postbreeze.bench.race.CancelRaceMain;
import io.postbreeze.bench.upload.UploadBench;
import io.postbreeze.events.EventCodec;
import io.postbreeze.events.EventTypes;
import io.postbreeze.events.PostScheduled;
import io.postbreeze.events.PostTarget;
import io.postbreeze.events.PublishSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * {@code ./postbreeze bench [name…]}: what our ids and event contracts cost beside the plain way. The absolute times
 * are those of this machine and moment; compare ratios. {@code ./postbreeze bench cancel-race} is another thing: it
 * measures nothing, it proves who wins.
 */
public final class BenchMain {
    private static final String UPLOADS = "sandbox upload";
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 40;
    private static final int STEPS = 5_000;
    private static final ObjectMapper PLAIN = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private BenchMain() {}

    /**
     * Runs all comparisons, or those whose names contain one of the words given.
     *
     * @param words parts of names; an unknown one runs nothing and ends with status 2
     */
    public static void main(String[] words) throws IOException, InterruptedException, ExecutionException {
        if (words.length > 0 && words[0].equals("cancel-race")) {
            System.exit(CancelRaceMain.run(List.of(words).subList(1, words.length)));
        }
        if (words.length == 1 && words[0].equals("media")) {
            System.exit(MediaBench.run());
        }
        List<Comparison> wanted =
                all().stream().filter(comparison -> isWanted(comparison, words)).toList();
        boolean withUploads = words.length == 0 || List.of(words).stream().anyMatch(UPLOADS::contains);
        if (wanted.isEmpty() && !withUploads) {
            System.err.println(
                    "There are: " + all().stream().map(Comparison::name).toList() + " and " + UPLOADS);
            System.exit(2);
        }
        wanted.forEach(comparison ->
                System.out.println(comparison.run(WARM_UP, ROUNDS, STEPS).line()));
        if (withUploads) {
            UploadBench.run();
        }
    }

    private static boolean isWanted(Comparison comparison, String[] words) {
        return words.length == 0 || List.of(words).stream().anyMatch(comparison.name()::contains);
    }

    static List<Comparison> all() {
        PostScheduled event = event();
        String body = EventCodec.body(event);
        String type = EventTypes.of(PostScheduled.class);
        return List.of(
                new Comparison(
                        "new id",
                        new Work("UUID", () -> "post_" + UUID.randomUUID()),
                        new Work("PrefixedIds", () -> PrefixedIds.next("post"))),
                new Comparison(
                        "write an event",
                        new Work("plain Jackson", () -> write(event)),
                        new Work("EventCodec", () -> EventCodec.body(event))),
                new Comparison(
                        "read and check an event",
                        new Work("plain Jackson", () -> read(body)),
                        new Work("EventCodec", () -> EventCodec.readBody(type, body))));
    }

    private static PostScheduled event() {
        PublishSettings settings = new PublishSettings("PUBLIC_TO_EVERYONE", true, true, true, false, false, false);
        Instant dueAt = Instant.parse("2026-11-23T09:00:00Z");
        PostTarget target = new PostTarget(
                "tgt_1", "soc_1", "TIKTOK_PERSONAL", dueAt, "Behind the scenes", List.of("med_1"), settings);
        return new PostScheduled("post_1", "ws_1", 1, List.of(target));
    }

    private static String write(PostScheduled event) {
        try {
            return PLAIN.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostScheduled read(String body) {
        try {
            return PLAIN.readValue(body, PostScheduled.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
