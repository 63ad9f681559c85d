package io.postbreeze.media.inspection;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * One EBML element: id and place, not its content.
 *
 * @param id with its length marker, as the specification prints it
 * @param start offset of its header
 * @param body offset of the first byte after the header
 * @param end offset after the last byte; that of the element around it when the size is unknown
 * @param endless whether the size is unknown, as in live recordings
 */
record Element(long id, long start, long body, long end, boolean endless) {
    private static final int MOST_TEXT = 64;

    static Element at(ProbeBuffer file, long at, long limit) {
        file.countPart();
        int idLength = lengthOf(file.u8(at), 4);
        long id = file.number(at, idLength);
        long sizeAt = at + idLength;
        int first = file.u8(sizeAt);
        int sizeLength = lengthOf(first, 8);
        long mask = (1L << (7 * sizeLength)) - 1;
        long size = file.number(sizeAt, sizeLength) & mask;
        long body = sizeAt + sizeLength;
        boolean endless = size == mask;
        if (body > limit || (!endless && size > limit - body)) {
            throw UnreadableMedia.cutOff();
        }
        return new Element(id, at, body, endless ? limit : body + size, endless);
    }

    private static int lengthOf(int first, int most) {
        int length = Integer.numberOfLeadingZeros(first) - 23;
        if (length > most) {
            throw UnreadableMedia.damaged("an element has an impossible header");
        }
        return length;
    }

    long length() {
        return end - body;
    }

    /** Content as an unsigned number. */
    long unsigned(ProbeBuffer file) {
        if (length() > 8) {
            throw UnreadableMedia.damaged("a number is too long");
        }
        return file.number(body, (int) length());
    }

    /** Content as a number of 0, 4 or 8 bytes. */
    double real(ProbeBuffer file) {
        return switch ((int) Math.min(length(), 16)) {
            case 0 -> 0;
            case 4 -> Float.intBitsToFloat(file.i32(body));
            case 8 -> Double.longBitsToDouble(file.u64(body));
            default -> throw UnreadableMedia.damaged("a number has an odd length");
        };
    }

    /** Content as text, without the zeros some writers pad it with. */
    String text(ProbeBuffer file) {
        int length = (int) Math.min(length(), MOST_TEXT);
        byte[] characters = new byte[length];
        for (int i = 0; i < length; i++) {
            characters[i] = (byte) file.u8(body + i);
        }
        String text = new String(characters, StandardCharsets.ISO_8859_1);
        int zero = text.indexOf('\0');
        return zero < 0 ? text : text.substring(0, zero);
    }

    /** The elements inside; a rest of one byte is padding. */
    Iterable<Element> children(ProbeBuffer file) {
        return () -> new Iterator<>() {
            private long next = body;

            @Override
            public boolean hasNext() {
                return end - next >= 2;
            }

            @Override
            public Element next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Element child = Element.at(file, next, end);
                next = child.end();
                return child;
            }
        };
    }
}
