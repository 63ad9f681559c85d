package io.postbreeze.crash;

import java.util.ArrayList;
import java.util.List;

/** Holds an ending against what is promised. */
final class Judge {
    private Judge() {}

    /**
     * What is wrong with an ending.
     *
     * @param ending the ending
     * @param sha256 of the file that was to go out, empty for photos
     * @param disturbance what was done to the stack meanwhile
     * @return sentences, empty when the promise was kept
     */
    static List<String> violations(Ending ending, String sha256, Disturbance disturbance) {
        List<String> found = new ArrayList<>();
        long posts = ending.posts();
        switch (ending.status()) {
            case "PUBLISHED" -> {
                if (posts != 1) {
                    found.add("is called published and is on TikTok " + posts + " times");
                }
            }
            case "FAILED" -> {
                if (posts != 0) {
                    found.add("is called failed (" + ending.errorCode() + ") and is on TikTok");
                }
                if (ending.errorCode().isEmpty()) {
                    found.add("failed without saying why");
                }
                if (!ending.subject().mayFail()) {
                    found.add("failed with " + ending.errorCode() + " although nothing final had happened");
                }
            }
            case "OUTCOME_UNKNOWN" -> unknown(ending, found);
            default -> found.add("has not come to an end: " + ending.status());
        }
        found.addAll(bytes(ending, sha256, disturbance));
        return found;
    }

    private static void unknown(Ending ending, List<String> found) {
        boolean isAllowed =
                !ending.subject().file().isVideo() || ending.subject().losesItsAccount();
        if (!isAllowed) {
            found.add("is called unknown, which only an order for photos may be");
        }
        if (ending.posts() > 0 && !ending.subject().losesItsAccount()) {
            found.add("is on TikTok and was not found there");
        }
        if (ending.posts() > 1) {
            found.add("is on TikTok " + ending.posts() + " times");
        }
    }

    private static List<String> bytes(Ending ending, String sha256, Disturbance disturbance) {
        List<String> found = new ArrayList<>();
        long interruptions = ending.interruptions() + disturbance.chunksUntold();
        for (Ending.Entry entry : ending.entries()) {
            if (entry.onProfile() && !entry.sha256().equals(sha256)) {
                found.add("is on TikTok with other bytes");
            }
            if (entry.bytesResent() > interruptions * entry.chunkSize()) {
                found.add("had %d bytes sent again, in chunks of %d and with %d interruptions"
                        .formatted(entry.bytesResent(), entry.chunkSize(), interruptions));
            }
        }
        return found;
    }
}
