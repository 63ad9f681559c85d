package io.postbreeze.media.store;

import io.postbreeze.media.inspection.RangeReader;

/**
 * A stored object as the parsers read it.
 *
 * @param store where it is
 * @param object the version to be read
 */
public record StoredFile(MediaStore store, StoredObject object) implements RangeReader {
    @Override
    public long size() {
        return object.sizeBytes();
    }

    @Override
    public byte[] read(long offset, int length) {
        return store.read(object, offset, length);
    }
}
