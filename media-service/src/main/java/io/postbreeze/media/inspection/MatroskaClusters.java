package io.postbreeze.media.inspection;

/**
 * Finds the time of the last picture or sound of a recording that does not state its length, as browsers make them:
 * their clusters often have no size either, so the last one is searched from the end.
 */
final class MatroskaClusters {
    private static final long TIMESTAMP = 0xE7;
    private static final long SIMPLE_BLOCK = 0xA3;
    private static final long BLOCK_GROUP = 0xA0;
    private static final long BLOCK = 0xA1;
    private static final int PIECE = 65_536;
    private static final int BLOCK_WINDOW = 1_024;
    /** No cluster with anything in it is shorter; pieces overlap by as much. */
    private static final int SHORTEST = 16;

    private static final long FARTHEST = 2_000_000;

    private final ProbeBuffer file;
    private final Element segment;

    MatroskaClusters(ProbeBuffer file, Element segment) {
        this.file = file;
        this.segment = segment;
    }

    /**
     * Time of the last block, in ticks.
     *
     * @param known offset of a cluster, the last one unless its size is unknown
     */
    long lastTimestamp(long known) {
        Element cluster = Element.at(file, known, segment.end());
        return lastOf(cluster.endless() ? lastCluster(cluster) : cluster);
    }

    private Element lastCluster(Element first) {
        long end = segment.end();
        long stop = Math.max(first.start(), end - FARTHEST);
        while (end > stop) {
            long from = Math.max(stop, end - PIECE);
            for (long at = end - SHORTEST; at >= from; at--) {
                if (isCluster(from, at)) {
                    return Element.at(file, at, segment.end());
                }
            }
            end = from == stop ? stop : from + SHORTEST;
        }
        throw UnreadableMedia.damaged("it does not tell how long it is, as when a recording was not finished");
    }

    /** Four matching bytes may be part of a picture; a cluster also begins with its timestamp. */
    private boolean isCluster(long piece, long at) {
        file.windowSize(PIECE);
        file.u8(piece);
        file.windowSize(BLOCK_WINDOW);
        if (file.u8(at) != 0x1F || file.u32(at) != MatroskaMedia.CLUSTER) {
            return false;
        }
        int sizeLength = Integer.numberOfLeadingZeros(file.u8(at + 4)) - 23;
        return sizeLength <= 8 && file.u8(at + 4 + sizeLength) == TIMESTAMP;
    }

    private long lastOf(Element cluster) {
        long base = 0;
        long last = 0;
        for (Element element : cluster.children(file)) {
            if (element.id() == TIMESTAMP) {
                base = element.unsigned(file);
            } else if (element.id() == SIMPLE_BLOCK) {
                last = Math.max(last, relative(element));
            } else if (element.id() == BLOCK_GROUP) {
                last = Math.max(last, lastOfGroup(element));
            }
        }
        return base + last;
    }

    private long lastOfGroup(Element group) {
        for (Element element : group.children(file)) {
            if (element.id() == BLOCK) {
                return relative(element);
            }
        }
        return 0;
    }

    /** A block begins with its track's number, then its time relative to the cluster, signed. */
    private long relative(Element block) {
        int trackLength = Integer.numberOfLeadingZeros(file.u8(block.body())) - 23;
        return (short) file.u16(block.body() + trackLength);
    }
}
