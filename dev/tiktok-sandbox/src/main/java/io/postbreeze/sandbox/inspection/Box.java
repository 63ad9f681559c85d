package io.postbreeze.sandbox.inspection;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A box of an MP4.
 *
 * @param type four letters
 * @param body place of its first byte after the header
 * @param end place after its last byte
 */
record Box(String type, long body, long end) {

    /** The box that begins at a place, or null when the place is the parent's end. */
    static @Nullable Box at(FileBytes file, long start, long parentEnd) throws IOException {
        long room = parentEnd - start;
        if (room <= 0) {
            return null;
        }
        file.step();
        long size = room < 8 ? -1 : file.u32(start);
        int header = 8;
        if (size == 1) {
            header = 16;
            size = room < header ? -1 : file.i64(start + 8);
        } else if (size == 0) {
            size = room;
        }
        if (size < header || size > room) {
            throw new Malformed("A box that does not fit where it is");
        }
        return new Box(file.text(start + 4, 4), start + header, start + size);
    }

    /** The first child. */
    @Nullable
    Box first(FileBytes file) throws IOException {
        return at(file, body, end);
    }

    /** The sibling after this one within a parent. */
    @Nullable
    Box next(FileBytes file, long parentEnd) throws IOException {
        return at(file, end, parentEnd);
    }

    /** The first child of a type, or null. */
    @Nullable
    Box child(FileBytes file, String wanted) throws IOException {
        for (Box box = first(file); box != null; box = box.next(file, end)) {
            if (box.type.equals(wanted)) {
                return box;
            }
        }
        return null;
    }

    /** The first child of a type. */
    Box required(FileBytes file, String wanted) throws IOException {
        Box child = child(file, wanted);
        if (child == null) {
            throw new Malformed("Without " + wanted);
        }
        return child;
    }

    /** The place of a field of so many bytes in the body, which must hold it. */
    long field(long offset, long length) throws Malformed {
        if (offset > end - body - length) {
            throw new Malformed("A short " + type);
        }
        return body + offset;
    }

    /** Whether a full box's numbers are of eight bytes. */
    boolean isWide(FileBytes file) throws IOException {
        return file.u8(field(0, 4)) == 1;
    }

    /** A full box's flags. */
    long flags(FileBytes file) throws IOException {
        return file.u32(field(0, 4)) & 0xff_ffff;
    }
}
