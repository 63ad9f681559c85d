package io.postbreeze.media.fetch;

import io.postbreeze.media.inspection.FirstLook;
import io.postbreeze.media.inspection.TikTokRules;
import io.postbreeze.media.store.MediaWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;

/** Brings a file from a URL into the store. What it is, its first bytes say; names and headers are not asked. */
@ApplicationScoped
public class UrlFetch {
    private final Source source;
    private final MediaWriter store;

    UrlFetch(Source source, MediaWriter store) {
        this.source = source;
        this.store = store;
    }

    /**
     * Fetches a file; blocking.
     *
     * @param key what it is stored as, whole or not at all
     * @throws FetchFailure when it cannot be had or is no media
     * @throws io.postbreeze.media.store.StoreUnavailableException when the store does not take it
     */
    public void fetch(String url, String key) {
        try (SteadyDownload download = source.open(url)) {
            byte[] head = download.readNBytes(FirstLook.ENOUGH);
            FirstLook look = FirstLook.at(head);
            check(look, head, download.host());
            if (look.kind() == FirstLook.Kind.VIDEO) {
                download.limit("video", TikTokRules.MOST_VIDEO_BYTES);
            } else {
                download.limit("photo", TikTokRules.MOST_PHOTO_BYTES);
            }
            store.write(key, look.contentType(), new SequenceInputStream(new ByteArrayInputStream(head), download));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
