package io.postbreeze.sandbox.state;

/**
 * How a client said it would cut its file.
 *
 * @param videoSize bytes of the whole file
 * @param chunkSize bytes of every chunk but the last
 * @param count number of chunks; the last takes the rest
 */
public record ChunkPlan(long videoSize, long chunkSize, long count) {
    /** Of what comes otherwise. */
    public static final ChunkPlan NONE = new ChunkPlan(0, 0, 0);

    /** Bytes that the next chunk must have when so many are stored, which is always whole chunks. */
    public long nextChunk(long storedBytes) {
        boolean isLast = storedBytes / chunkSize >= count - 1;
        return isLast ? videoSize - storedBytes : chunkSize;
    }
}
