package io.postbreeze.media.asset;

import java.text.Normalizer;

/** What becomes of the file names that users give. */
final class FileName {
    private static final int MOST_IN_KEY = 100;

    private FileName() {}

    /** As the user sees it again: without path separators and control characters; may end up empty. */
    static String sanitised(String given) {
        return given.replaceAll("[/\\\\\\p{Cntrl}]", "").strip();
    }

    /**
     * As the last part of an object key: only characters that mean nothing special in a URL, a path or a shell, never
     * empty, never beginning with a dot.
     */
    static String inKey(String sanitised) {
        String ascii = Normalizer.normalize(sanitised, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        String plain = ascii.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        if (plain.isEmpty()) {
            return "file";
        }
        // The end holds the extension.
        return plain.length() <= MOST_IN_KEY
                ? plain
                : plain.substring(plain.length() - MOST_IN_KEY).replaceAll("^[.-]+", "x");
    }
}
