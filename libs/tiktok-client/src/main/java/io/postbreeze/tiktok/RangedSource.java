package io.postbreeze.tiktok;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.net.URI;

/** Opens a part of a stored file for {@link TikTokUploads#putChunk}. */
public interface RangedSource {

    /**
     * Opens the bytes of a range by one ranged GET, paused before its first byte. Whoever gets the bytes must hand them
     * to {@link TikTokUploads#putChunk}, which also disposes of them.
     *
     * @param url where the file is, usually presigned; never logged
     * @param range the bytes to read; its total must be the stored file's size
     * @param version the only version (etag, as the store writes it) whose bytes are taken
     * @return the paused bytes; fails with {@link TikTokException.SourceFailed} when the store cannot be reached or
     *     answers anything but this range of a file of this size
     */
    Uni<ReadStream<Buffer>> open(URI url, ChunkRange range, String version);
}
