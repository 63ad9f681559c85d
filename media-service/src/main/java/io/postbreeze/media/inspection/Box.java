package io.postbreeze.media.inspection;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * One box of an ISO base media file: type and place, not its content.
 *
 * @param type four characters, unprintable ones as {@code ?}
 * @param body offset of the first byte after the header
 * @param end offset after the last byte, never beyond the box around it
 */
record Box(String type, long body, long end) {
    private static final int HEADER = 8;

    static Box at(ProbeBuffer file, long at, long limit) {
        file.countPart();
        long size = file.u32(at);
        String type = file.ascii(at + 4, 4);
        long body = at + HEADER;
        if (size == 1) {
            size = file.u64(body);
            body += 8;
        } else if (size == 0) {
            size = limit - at;
        }
        if (size < body - at) {
            throw UnreadableMedia.damaged("the box '" + type + "' gives an impossible size");
        }
        if (size > limit - at) {
            throw UnreadableMedia.damaged("the box '" + type + "' is cut off");
        }
        return new Box(type, body, at + size);
    }

    long length() {
        return end - body;
    }

    /** Fails unless the box holds so many bytes. */
    Box requireLength(long least) {
        if (length() < least) {
            throw UnreadableMedia.damaged("the box '" + type + "' is too short");
        }
        return this;
    }

    Iterable<Box> children(ProbeBuffer file) {
        return children(file, body);
    }

    /** The boxes inside, from an offset on; a rest too short for a box is padding. */
    Iterable<Box> children(ProbeBuffer file, long from) {
        return () -> new Iterator<>() {
            private long next = from;

            @Override
            public boolean hasNext() {
                return end - next >= HEADER;
            }

            @Override
            public Box next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Box child = Box.at(file, next, end);
                next = child.end();
                return child;
            }
        };
    }
}
