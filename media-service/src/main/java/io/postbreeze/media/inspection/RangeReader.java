package io.postbreeze.media.inspection;

/**
 * Random access to one stored file that does not change while it is read. Blocking: to be called on a worker thread.
 * Failures of the store leave as the implementation's own unchecked exceptions and pass through the inspection.
 */
public interface RangeReader {
    /** Size of the whole file in bytes, 0 or more. */
    long size();

    /**
     * Reads a part of the file.
     *
     * @param offset first byte, 0 or more
     * @param length number of bytes, at least 1; the part lies within {@link #size()}
     * @return exactly {@code length} bytes
     */
    byte[] read(long offset, int length);
}
