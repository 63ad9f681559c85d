package io.postbreeze.api;

import com.github.f4b6a3.ulid.UlidCreator;
import java.util.regex.Pattern;

/** Ids as users see them: a word for the kind of thing and a ULID, so that they sort by age: {@code post_01HZ…}. */
public final class PrefixedIds {
    private static final Pattern SHAPE = Pattern.compile("[a-z]{2,8}_[0-9A-HJKMNP-TV-Z]{26}");

    private PrefixedIds() {}

    /** A new id of a kind, such as {@code next("post")}. */
    public static String next(String prefix) {
        return prefix + "_" + UlidCreator.getMonotonicUlid();
    }

    /** Whether a text from outside is an id of that kind. */
    public static boolean isOf(String prefix, String id) {
        return id.startsWith(prefix + "_") && SHAPE.matcher(id).matches();
    }
}
