package io.postbreeze.postapi.workspace;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A workspace's name in addresses: lower-case letters, digits and single dashes between them. */
public final class Slug {
    static final int LONGEST = 80;

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^-|-$");

    private Slug() {}

    /** Whether a text from outside is one. */
    static boolean isValid(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    /** The slug that a name suggests, not yet known to be free: {@code Café №1} gives {@code cafe-no1}. */
    public static String of(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String dashed = OTHERS.matcher(plain).replaceAll("-");
        String cut = dashed.substring(0, Math.min(dashed.length(), LONGEST - 8));
        String slug = EDGES.matcher(cut).replaceAll("");
        return slug.isEmpty() ? "workspace" : slug;
    }

    /** The same for a name whose slug is taken: the end of the workspace's id makes it another. */
    static String of(String name, String workspaceId) {
        String end = workspaceId.substring(workspaceId.length() - 6);
        return of(name) + "-" + end.toLowerCase(Locale.ROOT);
    }
}
