package io.postbreeze.crash;

import java.util.List;
import java.util.Map;

/**
 * A post that is put through trouble.
 *
 * @param caption its own, so that TikTok's ledger can be asked for it
 * @param file what it consists of
 * @param account number of the account that it goes to, from 0
 * @param faults what TikTok does to it, as the sandbox takes it
 * @param giveUpAfter the post's patience as ISO-8601, empty for the usual
 */
record Subject(String caption, File file, int account, List<TikTokFault> faults, String giveUpAfter) {
    Subject {
        faults = List.copyOf(faults);
    }

    /** What may go out: sizes that are cut into one, two and several chunks, and a carousel. */
    enum File {
        SMALL(0),
        TWO_CHUNKS(12_000_000),
        THREE_CHUNKS(26_000_000),
        CAROUSEL(-1);

        private final long size;

        File(long size) {
            this.size = size;
        }

        /** Size of the video, 0 for the sample as it is. */
        long size() {
            return size;
        }

        boolean isVideo() {
            return this != CAROUSEL;
        }
    }

    Map<String, Object> options() {
        return giveUpAfter.isEmpty() ? Map.of() : Map.of("giveUpAfter", giveUpAfter);
    }

    boolean losesItsAccount() {
        return faults.stream().anyMatch(TikTokFault::revokesToken);
    }

    /** Whether TikTok itself may have been made to refuse it. */
    boolean mayFail() {
        return losesItsAccount() || faults.stream().anyMatch(TikTokFault::isFinal);
    }
}
