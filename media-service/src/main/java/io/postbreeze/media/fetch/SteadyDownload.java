package io.postbreeze.media.fetch;

import io.postbreeze.media.inspection.RejectionCode;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file behind a URL, read on from the byte it has when the connection breaks. Only where the source names the
 * version it sends: what was replaced meanwhile must not be put together with what it was.
 */
final class SteadyDownload extends InputStream {
    private static final int MOST_RESUMPTIONS = 6;
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Set<RejectionCode> MAY_PASS =
            Set.of(RejectionCode.MEDIA_URL_UNREACHABLE, RejectionCode.MEDIA_URL_TOO_SLOW);

    private final Source source;
    private final String url;
    private final @Nullable String version;
    private Download current;
    private String kind = "file";
    private long most = Long.MAX_VALUE;
    private long received;
    private long before;
    private int resumptions;

    SteadyDownload(Source source, String url, Download first) {
        this(source, url, first, first.version(), 0);
    }

    /** What is left of a file of which so many bytes are here. */
    SteadyDownload(Source source, String url, Download rest, @Nullable String version, long received) {
        this.source = source;
        this.url = url;
        this.version = version;
        this.current = rest;
        this.received = received;
        this.before = received;
    }

    /** What is sent, as If-Range takes it; null when the source does not say. */
    @Nullable
    String version() {
        return version;
    }

    /** Size of the whole file, null when the source does not say. */
    @Nullable
    Long total() {
        return current.total();
    }

    /** Who sends it, after redirects. */
    String host() {
        return current.host();
    }

    /** From now on more than so many bytes are a failure, announced or not. */
    void limit(String what, long bytes) {
        kind = what;
        most = bytes;
        current.limit(kind, most - before);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        while (true) {
            try {
                int count = current.read(into, offset, length);
                received += Math.max(count, 0);
                return count;
            } catch (FetchFailure broken) {
                goOn(broken);
            }
        }
    }

    /** Ends with the rest of the file at hand, or with the failure that began it. */
    private void goOn(FetchFailure broken) {
        current.close();
        while (version != null
                && MAY_PASS.contains(broken.rejection().code())
                && resumptions < MOST_RESUMPTIONS
                && source.waited(FIRST_WAIT.multipliedBy(1L << resumptions), current.deadline())) {
            resumptions++;
            Download rest = rest();
            if (rest != null) {
                before = received;
                current = rest;
                current.limit(kind, most - before);
                return;
            }
        }
        throw broken;
    }

    /** What is left of the same file, null when it cannot be had now. */
    private @Nullable Download rest() {
        Download answer;
        try {
            answer = source.rest(url, received, String.valueOf(version), current.deadline());
        } catch (FetchFailure _) {
            return null;
        }
        if (answer.startsAt(received)) {
            return answer;
        }
        answer.close();
        // Another file, or a source that does not know ranges: asking again would not help.
        resumptions = MOST_RESUMPTIONS;
        return null;
    }

    @Override
    public void close() {
        current.close();
    }
}
