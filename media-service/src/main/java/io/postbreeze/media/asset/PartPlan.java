package io.postbreeze.media.asset;

import io.postbreeze.media.store.StoredPart;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a file is cut into parts: all of the same size but the last.
 *
 * @param bytes size of the file, at least 1
 * @param partBytes size of a part, at least 1
 */
record PartPlan(long bytes, long partBytes) {
    /** S3 takes no part of less than 5 MiB before the last, and no more than 10,000; a phone sends this in seconds. */
    private static final long PART_BYTES = 8L << 20;

    /** A plan for a file of this size. */
    static PartPlan of(long bytes) {
        return new PartPlan(bytes, PART_BYTES);
    }

    int count() {
        return Math.toIntExact((bytes + partBytes - 1) / partBytes);
    }

    boolean has(int number) {
        return number >= 1 && number <= count();
    }

    /** Size of a part that the plan has. */
    long sizeOf(int number) {
        return Math.min(partBytes, bytes - (number - 1) * partBytes);
    }

    /** Numbers of the parts that have not arrived, or not whole. */
    List<Integer> missing(List<StoredPart> arrived) {
        Map<Integer, StoredPart> byNumber =
                arrived.stream().collect(Collectors.toMap(StoredPart::partNumber, Function.identity()));
        return IntStream.rangeClosed(1, count())
                .filter(number ->
                        !byNumber.containsKey(number) || byNumber.get(number).bytes() != sizeOf(number))
                .boxed()
                .toList();
    }
}
