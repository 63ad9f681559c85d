package io.postbreeze.media.rendition;

import io.postbreeze.media.picture.MadePhoto;
import io.postbreeze.media.picture.PhotoMaker;
import io.postbreeze.media.picture.UnusablePictureException;
import io.postbreeze.media.store.MediaStore;
import io.postbreeze.media.store.MediaWriter;
import io.postbreeze.media.store.ObjectChangedException;
import io.postbreeze.media.store.StoredObject;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fetches a photo, makes it ready and stores it. Blocking; a file is on disk while it is worked on, not in memory. */
@ApplicationScoped
class RenditionMaker {
    private static final int SHARE_OF_HEAP = 3;
    private static final int PIECE = 2 << 20;

    /** TikTok's limit for a photo, which no rendition comes near. */
    private static final long MOST_BYTES = 20L << 20;

    private final MediaStore store;
    private final MediaWriter writer;
    private final PhotoMaker photos;

    RenditionMaker(MediaStore store, MediaWriter writer, RenditionConfig config) {
        this.store = store;
        this.writer = writer;
        this.photos = new PhotoMaker(config.memory()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /**
     * Makes one. Done twice, it stores the same twice under the same key.
     *
     * @throws io.postbreeze.media.store.StoreUnavailableException when the store does not do its part
     */
    Outcome make(Rendition.Key key) throws InterruptedException {
        if (key.source().sizeBytes() > MOST_BYTES) {
            return new Outcome.Impossible("TT_MEDIA_TOO_LARGE", "It is larger than the 20 MB that TikTok takes.");
        }
        Path file = temporary();
        try {
            download(key.source(), file);
            MadePhoto made = photos.make(file.toFile(), key.fit());
            writer.writePublic(key.storageKey(), "image/jpeg", made.content());
            return new Outcome.Done(made);
        } catch (UnusablePictureException unusable) {
            return new Outcome.Impossible(code(unusable), unusable.sentence());
        } catch (ObjectChangedException _) {
            return new Outcome.Impossible("MEDIA_CHANGED", "The file was replaced or removed.");
        } finally {
            delete(file);
        }
    }

    private static String code(UnusablePictureException unusable) {
        return switch (unusable.reason()) {
            case DAMAGED -> "MEDIA_DAMAGED";
            case TOO_MANY_PIXELS -> "MEDIA_TOO_COMPLEX";
            case SIZE -> "TT_PICTURE_SIZE_OUT_OF_RANGE";
        };
    }

    private void download(StoredObject source, Path file) {
        try (OutputStream output = Files.newOutputStream(file)) {
            for (long at = 0; at < source.sizeBytes(); at += PIECE) {
                output.write(store.read(source, at, (int) Math.min(PIECE, source.sizeBytes() - at)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No room for a photo", e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("photo", "");
        } catch (IOException e) {
            throw new UncheckedIOException("No room for a photo", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("A photo cannot be removed", e);
        }
    }

    /** What came of it. */
    sealed interface Outcome {
        /** It is stored. */
        record Done(MadePhoto made) implements Outcome {}

        /** It will never be. */
        record Impossible(String code, String message) implements Outcome {}
    }
}
