package io.postbreeze.crash;

import java.util.List;

/**
 * How a post ended, by our word and by TikTok's.
 *
 * @param subject the post
 * @param status its target's status, {@code NONE} when it did not end in time
 * @param errorCode why it failed, empty unless it did
 * @param interruptions how often its timeline tells that it was interrupted or taken over
 * @param entries everything that TikTok was ever told to publish under its caption
 */
record Ending(Subject subject, String status, String errorCode, long interruptions, List<Entry> entries) {
    Ending {
        entries = List.copyOf(entries);
    }

    /**
     * One act of publishing.
     *
     * @param onProfile whether it is a post
     * @param sha256 of its video, empty for photos
     * @param chunkSize of its upload, 0 for photos
     * @param bytesResent bytes that came more than once or in vain
     */
    record Entry(boolean onProfile, String sha256, long chunkSize, long bytesResent) {}

    long posts() {
        return entries.stream().filter(Entry::onProfile).count();
    }
}
