package io.postbreeze.media.asset;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.PageLimit;
import io.postbreeze.api.PrefixedIds;
import io.postbreeze.api.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of a workspace's files, newest first.
 *
 * @param workspaceIds whose files
 * @param kind only these, null for all; of a file that nobody has looked at, what was announced
 * @param status only these, null for all
 * @param label only files under this one, null for all
 * @param before the last one of the page before, null for the first page
 * @param most how many
 */
record MediaQuery(
        List<String> workspaceIds,
        @Nullable MediaKind kind,
        @Nullable AssetStatus status,
        @Nullable String label,
        @Nullable String before,
        int most) {
    /** Reads the parameters of a request; fails with 400 naming the one that is wrong. */
    static MediaQuery of(
            List<String> workspaceIds,
            @Nullable String kind,
            @Nullable String status,
            @Nullable String label,
            @Nullable String limit,
            @Nullable String cursor) {
        if (cursor != null && !PrefixedIds.isOf("med", cursor)) {
            throw new ApiException(400, "CURSOR_INVALID", "Take the cursor from the Link header of the page before.");
        }
        return new MediaQuery(
                workspaceIds,
                word(MediaKind.class, "kind", kind),
                word(AssetStatus.class, "status", status),
                label,
                cursor,
                PageLimit.of(limit));
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> words, String parameter, @Nullable String given) {
        if (given == null) {
            return null;
        }
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(given))
                .findFirst()
                .orElseThrow(() -> {
                    String message = String.format(
                            Locale.ROOT, "%s is one of %s.", parameter, Arrays.toString(words.getEnumConstants()));
                    return new ApiException(
                            400,
                            "PARAMETER_INVALID",
                            message,
                            List.of(new Violation(parameter, "PARAMETER_INVALID", message)));
                });
    }
}
