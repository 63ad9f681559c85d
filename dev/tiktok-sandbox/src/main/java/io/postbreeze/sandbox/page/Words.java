package io.postbreeze.sandbox.page;

import io.postbreeze.sandbox.http.Html;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as people read them, safe to put into a page. */
final class Words {
    private static final Pattern TAG = Pattern.compile(
            "(?<![\\p{L}\\p{M}\\p{N}_/])(#[\\p{L}\\p{M}\\p{N}_]+|@[\\p{L}\\p{N}_]+(?:\\.[\\p{L}\\p{N}_]+)*)");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final long THOUSAND = 1_000;
    private static final int TENS = 10;

    private Words() {}

    /** A caption with its tags and mentions marked. */
    static String caption(String caption) {
        Matcher found = TAG.matcher(caption);
        StringBuilder marked = new StringBuilder();
        int from = 0;
        while (found.find()) {
            marked.append(Html.escape(caption.substring(from, found.start())))
                    .append(found.group().startsWith("#") ? "<b class=\"hash\">" : "<b class=\"mention\">")
                    .append(Html.escape(found.group()))
                    .append("</b>");
            from = found.end();
        }
        return marked.append(Html.escape(caption.substring(from))).toString();
    }

    /** 999, 1.2K, 340K, 5.6M: the way TikTok counts. */
    static String compact(long number) {
        if (number < THOUSAND) {
            return String.valueOf(number);
        }
        double left = number;
        int power = 0;
        while (left >= THOUSAND && power < 3) {
            left /= THOUSAND;
            power++;
        }
        // Cut and not rounded: what is shown was reached.
        double cut = Math.floor(left * TENS) / TENS;
        String digits = cut >= 100 || cut == Math.rint(cut)
                ? String.valueOf((long) cut)
                : String.format(Locale.ROOT, "%.1f", cut);
        return digits + "KMB".charAt(power - 1);
    }

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String size(long bytes) {
        if (bytes < THOUSAND) {
            return bytes + " B";
        }
        return bytes < THOUSAND * THOUSAND
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    /** Minutes and seconds. */
    static String length(long milliseconds) {
        long seconds = Math.round(milliseconds / 1e3);
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    static String time(@Nullable Instant instant) {
        return instant == null
                ? "–"
                : "<time datetime=\"%s\">%s</time>"
                        .formatted(instant.truncatedTo(ChronoUnit.MILLIS), TIME.format(instant));
    }

    /** {@code PUBLIC_TO_EVERYONE} and its like, for people. */
    static String privacy(String level) {
        return switch (level) {
            case "PUBLIC_TO_EVERYONE" -> "Everyone";
            case "FOLLOWER_OF_CREATOR" -> "Followers";
            case "MUTUAL_FOLLOW_FRIENDS" -> "Friends";
            case "SELF_ONLY" -> "Only me";
            case "" -> "Not chosen yet";
            default -> Html.escape(level);
        };
    }

    /** The first words of a caption, for a line of a list. */
    static String begin(String caption, int most) {
        String line = caption.replaceAll("\\s+", " ").strip();
        if (line.codePointCount(0, line.length()) <= most) {
            return Html.escape(line);
        }
        return Html.escape(line.substring(0, line.offsetByCodePoints(0, most)).strip()) + "…";
    }

    /** The letter in the circle that stands for a face. */
    static String initial(String name) {
        String stripped = name.strip();
        return stripped.isEmpty()
                ? "?"
                : Html.escape(
                        stripped.substring(0, stripped.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
    }
}
