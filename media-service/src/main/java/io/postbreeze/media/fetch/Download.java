package io.postbreeze.media.fetch;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.postbreeze.media.inspection.RejectionCode;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, for a worker thread to read. The source is asked for a few pieces ahead and then paused, so a
 * slow store slows the source down instead of filling the memory. Failures leave as {@link FetchFailure}.
 */
final class Download extends InputStream {
    private static final int PIECES_AHEAD = 16;
    private static final int PARTIAL = 206;
    private static final Piece END = new Piece(null, null);

    private final String host;
    private final HttpClientResponse response;
    private final Context context;
    private final Clock clock;
    private final Duration idle;
    private final Instant deadline;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private Buffer current = Buffer.buffer();
    private int position;
    private long received;
    private long most = Long.MAX_VALUE;
    private String what = "file";
    private boolean ended;

    /** Takes over an answer; on its own context, before any of its body was lost. */
    Download(String host, HttpClientResponse response, Context context, Clock clock, Duration idle, Instant deadline) {
        this.host = host;
        this.response = response;
        this.context = context;
        this.clock = clock;
        this.idle = idle;
        this.deadline = deadline;
        response.pause();
        response.handler(bytes -> pieces.add(new Piece(bytes, null)));
        response.endHandler(end -> pieces.add(END));
        response.exceptionHandler(failure -> pieces.add(new Piece(null, failure)));
        response.fetch(PIECES_AHEAD);
    }

    /** Who sends it, after redirects. */
    String host() {
        return host;
    }

    int status() {
        return response.statusCode();
    }

    /** When it must be here as a whole. */
    Instant deadline() {
        return deadline;
    }

    /** Names what is sent, fit for If-Range; null when the source does not, or only roughly. */
    @Nullable
    String version() {
        String etag = response.getHeader(HttpHeaders.ETAG);
        if (etag != null && etag.startsWith("\"")) {
            return etag;
        }
        return response.getHeader(HttpHeaders.LAST_MODIFIED);
    }

    /** Whether this is the rest of what was asked for, from that byte on. */
    boolean startsAt(long byteNumber) {
        String range = response.getHeader(HttpHeaderNames.CONTENT_RANGE);
        return status() == PARTIAL && range != null && range.startsWith("bytes " + byteNumber + "-");
    }

    /** Size of the whole file, null when the source does not say. */
    @Nullable
    Long total() {
        String range = response.getHeader(HttpHeaderNames.CONTENT_RANGE);
        if (status() == PARTIAL && range != null) {
            String total = range.substring(range.indexOf('/') + 1);
            return total.matches("\\d{1,18}") ? Long.valueOf(total) : null;
        }
        return announced() < 0 ? null : Long.valueOf(announced());
    }

    @Nullable
    String location() {
        return response.getHeader(HttpHeaders.LOCATION);
    }

    /** From now on more than so many bytes are a failure, announced or not. */
    void limit(String kind, long bytes) {
        what = kind;
        most = bytes;
        checkSize(Math.max(received, announced()));
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        while (position == current.length()) {
            if (ended || !advance()) {
                return -1;
            }
        }
        int count = Math.min(length, current.length() - position);
        current.getBytes(position, position + count, into, offset);
        position += count;
        return count;
    }

    private boolean advance() {
        Piece piece = next();
        if (piece.failure() != null) {
            throw new FetchFailure(
                    RejectionCode.MEDIA_URL_UNREACHABLE,
                    "The connection broke after " + received + " bytes. Try again.");
        }
        if (piece.bytes() == null) {
            ended = true;
            return false;
        }
        current = piece.bytes();
        position = 0;
        received += current.length();
        checkSize(received);
        context.runOnContext(again -> response.fetch(1));
        return true;
    }

    private Piece next() {
        Duration left = Duration.between(clock.instant(), deadline);
        Duration wait = left.compareTo(idle) < 0 ? left : idle;
        try {
            Piece piece = wait.isPositive() ? pieces.poll(wait.toMillis(), TimeUnit.MILLISECONDS) : null;
            if (piece == null) {
                throw tooSlow(left.compareTo(idle) < 0);
            }
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchFailure(
                    RejectionCode.MEDIA_URL_INTERRUPTED, "The service stopped while fetching. Try again.");
        }
    }

    private FetchFailure tooSlow(boolean inAll) {
        return new FetchFailure(
                RejectionCode.MEDIA_URL_TOO_SLOW,
                inAll
                        ? "The file was not here when its time was up, " + received + " bytes had come. Upload it"
                                + " by POST /media/presign instead."
                        : "Nothing more came for " + idle.toSeconds() + " s after " + received
                                + " bytes. Try again, or upload the file by POST /media/presign.");
    }

    private void checkSize(long bytes) {
        if (bytes > most) {
            throw new FetchFailure(
                    RejectionCode.TT_MEDIA_TOO_LARGE,
                    "The " + what + " has more than " + (most >> 20) + " MB, the most that can be posted.");
        }
    }

    private long announced() {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Hangs up; what is left of the body is not wanted. */
    @Override
    public void close() {
        response.request().connection().close();
    }

    /** A part of the body, or its end, or what ended it. */
    private record Piece(@Nullable Buffer bytes, @Nullable Throwable failure) {}
}
