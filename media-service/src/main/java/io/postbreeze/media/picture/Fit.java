package io.postbreeze.media.picture;

import java.util.Locale;
import java.util.Optional;

/** How a photo is brought to {@value Frame#WIDTH} × {@value Frame#HEIGHT}. */
public enum Fit {
    /** Fills the frame; what does not fit is cut off evenly on both sides. */
    CROP,
    /** Fits into the frame whole, before a blurred copy of itself. */
    PAD,
    /** Fits into the frame whole and keeps its own ratio; never enlarged. */
    FIT;

    /** The fit of that name, such as {@code crop}; empty when there is none. */
    public static Optional<Fit> of(String name) {
        for (Fit fit : values()) {
            if (fit.word().equals(name)) {
                return Optional.of(fit);
            }
        }
        return Optional.empty();
    }

    /** Its name in contracts and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
