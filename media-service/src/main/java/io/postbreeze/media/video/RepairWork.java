package io.postbreeze.media.video;

import io.postbreeze.media.inspection.MediaInspector;
import io.postbreeze.media.inspection.TikTokRules;
import io.postbreeze.media.inspection.VideoFacts;
import io.postbreeze.media.store.MediaStore;
import io.postbreeze.media.store.MediaWriter;
import io.postbreeze.media.store.StoreUnavailableException;
import io.postbreeze.media.store.StoredFile;
import io.postbreeze.media.store.StoredObject;
import io.postbreeze.media.video.ConfinedProcess.Ended;
import io.postbreeze.media.video.ConfinedProcess.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Makes a copy of a video that TikTok takes, and believes nobody that it is one: it is inspected like an upload. */
@ApplicationScoped
class RepairWork implements Work {
    static final String FAILED = "MEDIA_REPAIR_FAILED";
    static final String TOO_SLOW = "MEDIA_REPAIR_TOO_SLOW";

    private static final Logger LOGGER = Logger.getLogger(RepairWork.class);

    /** Containers count time in different units. */
    private static final Duration SMALL_DIFFERENCE = Duration.ofMillis(700);

    private final MediaStore store;
    private final MediaWriter writer;
    private final VideoTools tools;
    private final Limits limits;

    RepairWork(MediaStore store, MediaWriter writer, VideoTools tools, VideoConfig config) {
        this.store = store;
        this.writer = writer;
        this.tools = tools;
        Duration longest = config.video().repairTimeout();
        this.limits = new Limits(longest, longest, config.video().repairMemory(), TikTokRules.MOST_VIDEO_BYTES);
    }

    @Override
    public String failureCode() {
        return FAILED;
    }

    @Override
    public Made make(VideoJob job, BooleanSupplier wanted) {
        StoredObject source = job.source();
        if (!(MediaInspector.inspect(new StoredFile(store, source)).verdict() instanceof VideoFacts video)
                || !Mending.helps(video, TikTokRules.check(video, source.sizeBytes()))) {
            throw new VideoFailure(FAILED, "there is nothing about it that can be mended");
        }
        try (WorkDirectory work = WorkDirectory.in(tools.directory())) {
            Path copy = work.copy(store, source);
            Path repaired = work.file("repaired.mp4");
            Ended ended = ConfinedProcess.run(
                    FfmpegCommand.repair(tools.ffmpeg(), video, copy, repaired), limits, work.path(), wanted);
            LOGGER.debugf("ffmpeg on %s: %s", job.mediaId(), ended);
            check(ended.outcome());
            VideoFacts made = inspected(video, repaired);
            if (!wanted.getAsBoolean()) {
                throw new CancellationException();
            }
            return new Made(put(repaired, VideoKeys.repaired(source.key(), source.etag())), made);
        }
    }

    private static void check(Outcome outcome) {
        switch (outcome) {
            case UNWANTED -> throw new CancellationException();
            case TOO_SLOW -> throw new VideoFailure(TOO_SLOW, "it takes too long");
            case FAILED -> throw new VideoFailure(FAILED, "ffmpeg cannot make a copy within its limits");
            case SUCCEEDED -> {}
        }
    }

    /** Half a video, or one without its sound, is not published in place of the whole. */
    static VideoFacts inspected(VideoFacts before, Path repaired) {
        LocalFile file = new LocalFile(repaired);
        if (!(MediaInspector.inspect(file).verdict() instanceof VideoFacts made)) {
            throw new VideoFailure(FAILED, "the copy is no video");
        }
        boolean whole = made.duration().minus(before.duration()).abs().compareTo(SMALL_DIFFERENCE) <= 0;
        boolean sounding = before.audioCodec() == null || made.audioCodec() != null;
        if (!whole || !sounding || !TikTokRules.check(made, file.size()).isEmpty()) {
            throw new VideoFailure(FAILED, "the copy lacks something: " + made);
        }
        return made;
    }

    private StoredObject put(Path repaired, String key) {
        try (InputStream bytes = Files.newInputStream(repaired)) {
            writer.write(key, "video/mp4", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store.find(key).orElseThrow(() -> new StoreUnavailableException("What was written is not there"));
    }
}
