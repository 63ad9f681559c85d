package io.postbreeze.tiktok;

import io.vertx.core.MultiMap;
import org.jspecify.annotations.Nullable;

/** Judges whether a store's answer is exactly the range that was asked for. */
final class RangeAnswers {

    private RangeAnswers() {}

    /** A code for what is wrong with the answer; null when it is right. */
    static @Nullable String objection(int status, MultiMap headers, ChunkRange range) {
        boolean whole = status == 200 && range.isWholeFile();
        if (status != 206 && !whole) {
            return "source_http_" + status;
        }
        String wanted = "bytes " + range.first() + "-" + range.last() + "/" + range.total();
        if (status == 206 && !wanted.equals(headers.get("Content-Range"))) {
            return "source_wrong_range";
        }
        String encoding = headers.get("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return "source_encoded";
        }
        String length = headers.get("Content-Length");
        boolean unsaid = length == null && status == 206;
        return unsaid || Long.toString(range.length()).equals(length) ? null : "source_wrong_length";
    }
}
