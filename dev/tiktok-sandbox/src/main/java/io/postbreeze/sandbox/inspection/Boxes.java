package io.postbreeze.sandbox.inspection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The boxes of an MP4 within a buffer; what does not fit its parent ends the list. */
final class Boxes {
    private static final int MOST = 10_000;

    private Boxes() {}

    /** A box: its type and its content. */
    record Box(String type, ByteBuffer content) {
        List<Box> children() {
            return within(content.duplicate());
        }

        Optional<Box> child(String wanted) {
            return children().stream().filter(box -> box.type().equals(wanted)).findFirst();
        }
    }

    static List<Box> within(ByteBuffer parent) {
        List<Box> boxes = new ArrayList<>();
        while (parent.remaining() >= 8 && boxes.size() < MOST) {
            int start = parent.position();
            long size = parent.getInt() & 0xffff_ffffL;
            String type = type(parent);
            if (size == 1 && parent.remaining() >= 8) {
                size = parent.getLong();
            } else if (size == 0) {
                size = (long) parent.limit() - start;
            }
            int header = parent.position() - start;
            if (size < header || size > parent.limit() - start) {
                break;
            }
            boxes.add(new Box(type, parent.slice(parent.position(), (int) size - header)));
            parent.position(start + (int) size);
        }
        return boxes;
    }

    static String type(ByteBuffer buffer) {
        byte[] bytes = new byte[4];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
