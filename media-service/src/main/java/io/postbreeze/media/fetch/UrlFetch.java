package io.postbreeze.media.fetch;

import io.postbreeze.media.inspection.FirstLook;
import io.postbreeze.media.inspection.TikTokRules;
import io.postbreeze.media.store.ResumableWriter;
import io.postbreeze.media.store.UploadGoneException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings a file from a URL into the store. What it is, its first bytes say; names and headers are not asked. */
@ApplicationScoped
public class UrlFetch {
    private final Source source;
    private final ResumableWriter store;

    UrlFetch(Source source, ResumableWriter store) {
        this.source = source;
        this.store = store;
    }

    /**
     * Fetches a file; blocking. However it fails, the parts it has stay in the store, for a later call or for
     * {@link #discard}.
     *
     * @param key what it is stored as, whole or not at all
     * @param reached where an earlier call stopped, null to begin
     * @param log told how far it is
     * @throws FetchFailure when it cannot be had or is no media
     * @throws io.postbreeze.media.store.StoreUnavailableException when the store does not take it
     */
    public void fetch(String url, String key, @Nullable Checkpoint reached, Checkpoint.Log log) {
        if (reached != null && reached.isUseful() && hasGoneOn(url, key, reached, log)) {
            return;
        }
        if (reached != null) {
            discard(key, reached);
        }
        begin(url, key, log);
    }

    /** Removes what a fetch has left that nobody will go on with; blocking. */
    public void discard(String key, Checkpoint reached) {
        store.abort(key, reached.upload().uploadId());
    }

    private void begin(String url, String key, Checkpoint.Log log) {
        try (SteadyDownload download = source.open(url)) {
            byte[] head = download.readNBytes(FirstLook.ENOUGH);
            FirstLook look = FirstLook.at(head);
            check(look, head, download.host());
            limit(download, look.kind() == FirstLook.Kind.VIDEO);
            String version = download.version();
            Long total = download.total();
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), download);
            store.begin(
                    key,
                    look.contentType(),
                    whole,
                    upload -> log.at(new Checkpoint(look.contentType(), version, total, upload)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False when the source has another file by now, gives no ranges, or the store has lost what it had. */
    private boolean hasGoneOn(String url, String key, Checkpoint reached, Checkpoint.Log log) {
        String version = Objects.requireNonNull(reached.version());
        try (InputStream rest = reached.isWhole()
                ? InputStream.nullInputStream()
                : source.resume(url, reached.upload().bytes(), version)) {
            if (rest == null) {
                return false;
            }
            if (rest instanceof SteadyDownload download) {
                limit(download, reached.contentType().startsWith("video/"));
            }
            store.resume(
                    key,
                    reached.upload(),
                    rest,
                    upload -> log.at(new Checkpoint(reached.contentType(), version, reached.totalBytes(), upload)));
            return true;
        } catch (UploadGoneException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void limit(SteadyDownload download, boolean isVideo) {
        if (isVideo) {
            download.limit("video", TikTokRules.MOST_VIDEO_BYTES);
        } else {
            download.limit("photo", TikTokRules.MOST_PHOTO_BYTES);
        }
    }

    private static void check(FirstLook look, byte[] head, String host) {
        if (head.length == 0) {
            throw Refusals.empty();
        }
        if (look.kind() == FirstLook.Kind.NOT_MEDIA || look.kind() == FirstLook.Kind.UNSUPPORTED) {
            throw Refusals.useless(look, host);
        }
    }
}
