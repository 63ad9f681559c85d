package io.postbreeze.sandbox.inspection;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An element of EBML, the format under WebM.
 *
 * @param id with its length marker, as specifications print it
 * @param body place of its first byte after the header
 * @param end place after its last byte; of an endless one its parent's end
 * @param endless whether it was written without a size, as a live stream is
 */
record Element(long id, long body, long end, boolean endless) {

    /** The element that begins at a place, or null when the place is the parent's end. */
    static @Nullable Element at(FileBytes file, long start, long parentEnd) throws IOException {
        if (start >= parentEnd) {
            return null;
        }
        file.step();
        int idLength = length(file, start, 4);
        long id = file.unsigned(start, idLength);
        long sizeAt = start + idLength;
        int sizeLength = length(file, sizeAt, 8);
        long most = (1L << (7 * sizeLength)) - 1;
        long size = file.unsigned(sizeAt, sizeLength) & most;
        long body = sizeAt + sizeLength;
        boolean endless = size == most;
        if (body > parentEnd || (!endless && size > parentEnd - body)) {
            throw new Malformed("An element that does not fit where it is");
        }
        return new Element(id, body, endless ? parentEnd : body + size, endless);
    }

    /** Bytes of the number that begins at a place: the first byte's leading zeros tell. */
    static int length(FileBytes file, long at, int most) throws IOException {
        int length = Integer.numberOfLeadingZeros(file.u8(at)) - 23;
        if (length > most) {
            throw new Malformed("A number of no known length");
        }
        return length;
    }

    /** The first child. */
    @Nullable
    Element first(FileBytes file) throws IOException {
        if (endless) {
            throw new Malformed("Only segments and clusters may be endless");
        }
        return at(file, body, end);
    }

    /** The sibling after this one within a parent. */
    @Nullable
    Element next(FileBytes file, long parentEnd) throws IOException {
        if (endless) {
            throw new Malformed("Only segments and clusters may be endless");
        }
        return at(file, end, parentEnd);
    }

    /** The body as a number. */
    long unsigned(FileBytes file) throws IOException {
        return file.unsigned(body, end - body);
    }

    /** The body as a number of four or eight bytes that has a fraction. */
    double real(FileBytes file) throws IOException {
        long bits = unsigned(file);
        return switch ((int) (end - body)) {
            case 0 -> 0;
            case 4 -> Float.intBitsToFloat((int) bits);
            case 8 -> Double.longBitsToDouble(bits);
            default -> throw new Malformed("A real number of no known length");
        };
    }

    /** The body as a short text, which may be padded with zeros. */
    String text(FileBytes file) throws IOException {
        String text = file.text(body, end - body);
        int padding = text.indexOf('\0');
        return padding < 0 ? text : text.substring(0, padding);
    }
}
