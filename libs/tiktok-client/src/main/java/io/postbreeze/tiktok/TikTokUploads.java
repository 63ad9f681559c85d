package io.postbreeze.tiktok;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** Sends the bytes of a video to the address that an init gave. */
public interface TikTokUploads {

    /**
     * Pipes one chunk, without holding more of it than the pipe does. Chunks of one upload go one after another, in
     * order. The source is taken over: it is read to its end, or dropped (and closed, when a {@link RangedSource}
     * opened it) when the chunk fails or the Uni is cancelled. Sending a chunk that TikTok has already stored does no
     * harm.
     *
     * @param uploadUrl checked against the configured hosts before anything is sent
     * @param range the bytes the source will yield, exactly
     * @param contentType {@code video/mp4}, {@code video/quicktime} or {@code video/webm}
     * @param pausedSource paused at the moment it was opened, with no handlers set
     * @return TikTok's receipt; fails with {@code RangeNotSatisfiable}, {@code UploadGone}, {@code Unavailable} (5xx,
     *     time-outs, broken connections: repeat the chunk), {@code Throttled}, {@code Rejected}, {@code SourceFailed}
     *     or {@code MalformedAnswer}
     */
    Uni<ChunkReceipt> putChunk(
            UploadUrl uploadUrl, ChunkRange range, String contentType, ReadStream<Buffer> pausedSource);
}
