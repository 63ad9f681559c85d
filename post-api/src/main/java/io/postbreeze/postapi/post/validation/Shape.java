package io.postbreeze.postapi.post.validation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two shapes of a request; they differ in names only. */
public enum Shape {
    /** {@code content} and {@code platforms}. */
    FLAT("content", "platforms", "scheduledFor", "draftScheduledFor", "accountId"),
    /** {@code caption} and {@code targets}. */
    NESTED("caption", "targets", "scheduledAt", "draftScheduledAt", "socialAccountId");

    private static final Set<String> SHARED_FIELDS =
            Set.of("timezone", "mediaIds", "mediaItems", "mediaAltText", "publishNow");
    private static final Set<String> SHARED_TARGET_FIELDS =
            Set.of("platformOptions", "captionOverride", "firstComment", "mediaIds");

    private final String caption;
    private final String targets;
    private final String scheduledAt;
    private final String draftScheduledAt;
    private final String accountId;

    Shape(String caption, String targets, String scheduledAt, String draftScheduledAt, String accountId) {
        this.caption = caption;
        this.targets = targets;
        this.scheduledAt = scheduledAt;
        this.draftScheduledAt = draftScheduledAt;
        this.accountId = accountId;
    }

    /** Name of the field with the text. */
    public String caption() {
        return caption;
    }

    /** Name of the list of accounts. */
    public String targets() {
        return targets;
    }

    /** Name of the time to publish at. */
    public String scheduledAt() {
        return scheduledAt;
    }

    /** Name of a draft's pin in the calendar. */
    public String draftScheduledAt() {
        return draftScheduledAt;
    }

    /** Name of a target's account. */
    public String accountId() {
        return accountId;
    }

    /** What this shape calls a field that only the other one has; empty for any other name. */
    Optional<String> ownNameOf(String field) {
        Shape other = this == FLAT ? NESTED : FLAT;
        List<String> theirs =
                List.of(other.caption, other.targets, other.scheduledAt, other.draftScheduledAt, other.accountId);
        List<String> ours = List.of(caption, targets, scheduledAt, draftScheduledAt, accountId);
        int place = theirs.indexOf(field);
        return place < 0 ? Optional.empty() : Optional.of(ours.get(place));
    }

    /** Names at the top of a body that the other shape does not have. */
    List<String> ownNames() {
        return List.of(caption, scheduledAt, draftScheduledAt);
    }

    Set<String> fields() {
        return with(SHARED_FIELDS, caption, targets, scheduledAt, draftScheduledAt);
    }

    Set<String> targetFields() {
        return with(SHARED_TARGET_FIELDS, accountId);
    }

    private static Set<String> with(Set<String> shared, String... own) {
        return Stream.concat(shared.stream(), Stream.of(own)).collect(Collectors.toUnmodifiableSet());
    }
}
