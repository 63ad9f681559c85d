package io.postbreeze.conformance;

import java.util.Set;

/**
 * One case.
 *
 * @param section of the reference, and the rule in it if they are numbered
 * @param title what must hold, in our words
 * @param proves codes, or {@code fail:} and a fail reason, that the case must have been answered
 * @param needsAdmin whether it takes an admin API, which real TikTok does not have
 * @param body the case
 */
record Rule(String section, String title, Set<String> proves, boolean needsAdmin, Body body) {
    String name() {
        return "§" + section + ": " + title;
    }

    /** What a case does. */
    @FunctionalInterface
    interface Body {
        void run(Stage stage) throws Exception;
    }
}
