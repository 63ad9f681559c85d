package io.postbreeze.sandbox.upload;

import io.postbreeze.sandbox.state.Post;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a chunk say.
 *
 * @param first index of its first byte
 * @param last index of its last byte
 * @param total size of the whole file
 */
record ChunkRequest(long first, long last, long total) {
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");
    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
    private static final Set<String> TYPES = Set.of("video/mp4", "video/quicktime", "video/webm");

    /** Reads the headers; empty when one is missing, malformed, or they contradict one another. */
    static Optional<ChunkRequest> read(@Nullable String range, @Nullable String length, @Nullable String type) {
        Matcher found = RANGE.matcher(range == null ? "" : range);
        if (!found.matches() || length == null || !LENGTH.matcher(length).matches()) {
            return Optional.empty();
        }
        ChunkRequest chunk = new ChunkRequest(
                Long.parseLong(found.group(1)), Long.parseLong(found.group(2)), Long.parseLong(found.group(3)));
        return Optional.of(chunk)
                .filter(read -> read.length() == Long.parseLong(length))
                .filter(read -> type != null && TYPES.contains(type.toLowerCase(Locale.ROOT)));
    }

    long length() {
        return last - first + 1;
    }

    /** The HTTP status that TikTok would answer with; 200 means the bytes may come. */
    int verdict(Post post) {
        if (total != post.transfer().plan().videoSize() || length() <= 0) {
            return 400;
        }
        if (first != post.transfer().receivedBytes()) {
            return 416;
        }
        return length() == post.transfer().plan().nextChunk(post.transfer().receivedBytes()) ? 200 : 400;
    }
}
