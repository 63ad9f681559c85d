package io.postbreeze.media.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Domain names as DNS writes them. */
final class HostName {
    private static final int LONGEST = 253;
    private static final String LABEL = "(?!-)[a-z0-9-]{1,63}(?<!-)";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")+");
    /** What resolvers read as a number: 127.0.0.1, 127.1, 0x7f.1, and anything else that ends like one. */
    private static final Pattern NUMBER_AT_END = Pattern.compile(".*\\.([0-9]+|0x[0-9a-f]*)");

    private HostName() {}

    /**
     * The name in lower case, or empty for what is no domain: addresses in every notation, single words, a dot at the
     * end, letters outside of ASCII. These are never translated: which ASCII name a letter stands for depends on whom
     * one asks, and the answer decides who owns the domain.
     */
    static Optional<String> domain(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        boolean isDomain = text.length() <= LONGEST
                && text.chars().allMatch(character -> character < 0x7f)
                && DOMAIN.matcher(name).matches()
                && !NUMBER_AT_END.matcher(name).matches();
        return isDomain ? Optional.of(name) : Optional.empty();
    }
}
