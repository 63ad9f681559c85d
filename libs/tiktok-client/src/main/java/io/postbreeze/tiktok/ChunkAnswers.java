package io.postbreeze.tiktok;

import io.postbreeze.tiktok.ChunkReceipt.Progress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the answer to a chunk into its receipt or its failure. The status tells all; bodies are undocumented. */
final class ChunkAnswers {

    private static final Pattern STORED = Pattern.compile("bytes 0-([0-9]{1,18})/([0-9]{1,18}|\\*)");

    private ChunkAnswers() {}

    static ChunkReceipt receipt(HttpAnswer answer, ChunkRange range) {
        String code = "upload_http_" + answer.status();
        String logId = answer.logId();
        return switch (answer.status()) {
            case 201 -> new ChunkReceipt(Progress.COMPLETE, range.total());
            case 206 -> new ChunkReceipt(Progress.STORED_MORE_EXPECTED, stored(answer.contentRange(), range));
            case 416 -> throw new TikTokException.RangeNotSatisfiable(logId, stored(answer.contentRange(), range));
            case 403, 404 -> throw new TikTokException.UploadGone(code, logId);
            case 429 -> throw new TikTokException.Throttled(code, logId, answer.retryAfter());
            case 408 -> throw new TikTokException.Unavailable(code, logId, null);
            default -> throw other(answer.status(), code, logId);
        };
    }

    private static TikTokException other(int status, String code, @Nullable String logId) {
        if (status >= 500) {
            return new TikTokException.Unavailable(code, logId, null);
        }
        return status >= 400
                ? new TikTokException.Rejected(code, logId, null)
                : new TikTokException.MalformedAnswer(code, logId, null);
    }

    /**
     * How many bytes are stored. Whether TikTok's number is the last index or a count is worded both ways, so it is
     * believed only where the chunk's own borders tell the two apart.
     */
    private static @Nullable Long stored(@Nullable String header, ChunkRange range) {
        Matcher matcher = STORED.matcher(header == null ? "" : header);
        if (!matcher.matches() || !isOf(range, matcher.group(2))) {
            return null;
        }
        long number = Long.parseLong(matcher.group(1));
        if (isBorder(number, range)) {
            return number;
        }
        return isBorder(number + 1, range) ? number + 1 : null;
    }

    private static boolean isOf(ChunkRange range, String total) {
        return total.equals("*") || Long.parseLong(total) == range.total();
    }

    /** Chunks but the last are equally long, so a chunk that is not the last knows all borders. */
    private static boolean isBorder(long offset, ChunkRange range) {
        boolean own = offset == range.first() || offset == range.last() + 1 || offset == range.total();
        boolean multiple = !range.isLast() && offset % range.length() == 0;
        return own || (multiple && offset <= range.total());
    }
}
