package io.postbreeze.postapi.webhook.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers users may add to our requests. */
public final class HeaderRules {
    private static final int LONGEST_VALUE = 1000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");

    /** Ours, and those by which a request could be cut in two or sent on. */
    private static final Set<String> RESERVED = Set.of(
            "accept-encoding",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "cookie",
            "date",
            "expect",
            "forwarded",
            "host",
            "http2-settings",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "via");

    private HeaderRules() {}

    /** What is wrong with a header, empty when nothing is; never repeats the value. */
    public static Optional<String> problem(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("This is not the name of a header.");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (RESERVED.contains(lower)
                || lower.startsWith("x-postbreeze-")
                || lower.startsWith("x-forwarded-")
                || lower.startsWith("proxy-")) {
            return Optional.of("This header is set by us and cannot be replaced.");
        }
        if (value.length() > LONGEST_VALUE || !VALUE.matcher(value).matches()) {
            return Optional.of("A header's value is 1 to " + LONGEST_VALUE + " printable ASCII characters.");
        }
        return Optional.empty();
    }
}
