package io.postbreeze.media.video;

import io.postbreeze.media.inspection.MediaInspector;
import io.postbreeze.media.inspection.VideoFacts;
import io.postbreeze.media.store.MediaStore;
import io.postbreeze.media.store.MediaWriter;
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

/** Makes the poster and the thumbnail of a video. */
@ApplicationScoped
class PosterWork implements Work {
    private static final String FAILED = "MEDIA_POSTER_FAILED";
    private static final Logger LOGGER = Logger.getLogger(PosterWork.class);

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), Duration.ofSeconds(30), 1L << 30, 8L << 20);

    /** The first seconds of any video, and the index wherever it is; the rest is not needed for a picture. */
    private static final long HEAD = 24L << 20;

    private static final long TAIL = 8L << 20;

    /** The very first picture is often black. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final MediaStore store;
    private final MediaWriter writer;
    private final VideoTools tools;

    PosterWork(MediaStore store, MediaWriter writer, VideoTools tools) {
        this.store = store;
        this.writer = writer;
        this.tools = tools;
    }

    @Override
    public String failureCode() {
        return FAILED;
    }

    @Override
    public Made make(VideoJob job, BooleanSupplier wanted) {
        StoredObject source = job.source();
        if (!(MediaInspector.inspect(new StoredFile(store, source)).verdict() instanceof VideoFacts video)) {
            throw new VideoFailure("MEDIA_NO_VIDEO", "it is no video");
        }
        try (WorkDirectory work = WorkDirectory.in(tools.directory())) {
            Path copy = work.copy(store, source, HEAD, TAIL);
            Path poster = work.file("poster.jpg");
            Path thumbnail = work.file("thumbnail.jpg");
            Duration middle = video.duration().dividedBy(2);
            Duration moment = middle.compareTo(MOMENT) < 0 ? middle : MOMENT;
            if (!draw(job, video, moment, copy, work, wanted) && !draw(job, video, Duration.ZERO, copy, work, wanted)) {
                throw new VideoFailure(FAILED, "no picture could be drawn");
            }
            put(thumbnail, VideoKeys.thumbnail(source.key(), source.etag()));
            return new Made(put(poster, VideoKeys.poster(source.key(), source.etag())), null);
        }
    }

    private boolean draw(
            VideoJob job, VideoFacts video, Duration at, Path source, WorkDirectory work, BooleanSupplier wanted) {
        Path poster = work.file("poster.jpg");
        Path thumbnail = work.file("thumbnail.jpg");
        Ended ended = ConfinedProcess.run(
                FfmpegCommand.poster(tools.ffmpeg(), video, at, source, poster, thumbnail),
                LIMITS,
                work.path(),
                wanted);
        if (ended.outcome() == Outcome.UNWANTED) {
            throw new CancellationException();
        }
        LOGGER.debugf("ffmpeg on %s: %s", job.mediaId(), ended);
        return ended.outcome() == Outcome.SUCCEEDED && hasBytes(poster) && hasBytes(thumbnail);
    }

    private static boolean hasBytes(Path picture) {
        try {
            return Files.exists(picture) && Files.size(picture) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredObject put(Path picture, String key) {
        try (InputStream bytes = Files.newInputStream(picture)) {
            writer.writePublic(key, "image/jpeg", bytes);
            return new StoredObject(key, Files.size(picture), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
