package io.postbreeze.postapi.post.validation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** JSON values that have hurt somebody somewhere. */
final class Junk {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\ud83d",
            "\udc00x",
            "\u001b[31m",
            "\u202eabc",
            "\ufeff",
            "😀",
            "null",
            "true",
            "-1",
            "NaN",
            "../../etc/passwd",
            "'; drop table posts; --",
            "%s%n%x",
            "${jndi:ldap://x}",
            "<script>",
            "med_",
            "med_01K9Z5T2K9Q3RB6N6JZP3RYV00",
            "soc_01K9Z5T2K9Q3RB6N6JZP3RYV00",
            "2020-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59-18:00",
            "1969-12-31T23:59:59Z",
            "0001-01-01T00:00:00+18:00",
            "2099-06-02T24:00:00Z",
            "2099-06-30T23:59:60Z",
            "2099-06-02T12:00:00Z[Europe/Berlin]",
            "GMT+19",
            "Europe/Berlin",
            "TIKTOK_BUSINESS",
            "SELF_ONLY",
            "FOLLOWER_OF_CREATOR",
            "MEDIA_UPLOAD",
            "https://example.org/a.mp4",
            "http://[::1",
            "file:///etc/passwd",
            "https://user:pw@example.org/",
            "x".repeat(2_201),
            "😀".repeat(3_000));
    private static final List<String> NAMES = List.of(
            "content",
            "caption",
            "platforms",
            "targets",
            "scheduledFor",
            "scheduledAt",
            "draftScheduledFor",
            "draftScheduledAt",
            "timezone",
            "mediaIds",
            "mediaItems",
            "mediaAltText",
            "publishNow",
            "accountId",
            "socialAccountId",
            "captionOverride",
            "firstComment",
            "platformOptions",
            "platform",
            "privacy",
            "photoTitle",
            "photoCoverIndex",
            "videoCoverTimestampMs",
            "postMode",
            "photoFit",
            "skipAfter",
            "giveUpAfter",
            "url",
            "type",
            "altText",
            "contnet",
            "PlatformOptions",
            "__proto__");

    private final SplittableRandom random;

    Junk(SplittableRandom random) {
        this.random = random;
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String text() {
        return one(TEXTS);
    }

    String name() {
        return one(NAMES);
    }

    @Nullable
    Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 8)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> one(List.of(0, -1, 1, 34, 35, 36, Integer.MAX_VALUE, Integer.MIN_VALUE));
            case 3 -> one(List.of(Long.MAX_VALUE, Long.MIN_VALUE, 1L << 31, BigInteger.TEN.pow(60)));
            case 4 -> one(List.of(0.5, -0.0, 1e300, Double.MIN_VALUE, 1.0));
            case 8 -> list(depth - 1);
            case 9, 10 -> object(depth - 1);
            default -> text();
        };
    }

    Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            object.put(random.nextInt(4) == 0 ? text() : name(), value(depth));
        }
        return object;
    }

    private List<Object> list(int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            list.add(value(depth));
        }
        return list;
    }
}
