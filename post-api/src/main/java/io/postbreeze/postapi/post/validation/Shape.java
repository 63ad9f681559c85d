package io.postbreeze.postapi.post.validation;

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
