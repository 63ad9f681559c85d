package io.postbreeze.postapi.post;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import io.postbreeze.postapi.post.status.PostStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which posts a list shows.
 *
 * @param statuses posts in one of these, empty for all
 * @param accountId posts that go to this account, null for all
 * @param from posts whose time is not before this, null for all
 * @param to posts whose time is before this, null for all
 */
record PostFilter(
        Set<PostStatus> statuses,
        @Nullable String accountId,
        @Nullable Instant from,
        @Nullable Instant to) {
    PostFilter {
        statuses = Set.copyOf(statuses);
    }

    /** Reads the parameters of a request; fails with 400 naming the one that is wrong. */
    static PostFilter of(
            List<String> statuses, @Nullable String accountId, @Nullable String from, @Nullable String to) {
        Set<PostStatus> wanted = EnumSet.noneOf(PostStatus.class);
        statuses.stream().flatMap(text -> Arrays.stream(text.split(",", -1))).forEach(name -> wanted.add(status(name)));
        Instant start = instant("from", from);
        Instant end = instant("to", to);
        if (start != null && end != null && !start.isBefore(end)) {
            throw invalid("to", "This must be after from.");
        }
        return new PostFilter(wanted, accountId, start, end);
    }

    /** Whether posts of that status are shown. */
    boolean shows(PostStatus status) {
        return statuses.isEmpty() || statuses.contains(status);
    }

    private static PostStatus status(String name) {
        return Arrays.stream(PostStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("status", "This is one of " + Arrays.toString(PostStatus.values()) + "."));
    }

    private static @Nullable Instant instant(String parameter, @Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw invalid(parameter, "Write the time as ISO-8601 with a zone, such as 2026-12-24T18:00:00Z.");
        }
    }

    static ApiException invalid(String parameter, String message) {
        return new ApiException(
                400, "PARAMETER_INVALID", message, List.of(new Violation(parameter, "PARAMETER_INVALID", message)));
    }
}
