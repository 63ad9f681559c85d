package io.postbreeze.publisher.failure;

import java.util.Objects;

/** What the user is told when a failure without a code of TikTok's ends a publication. */
final class Endings {
    private Endings() {}

    static Problem of(Failure failure) {
        String detail = failure.detail();
        return switch (failure.kind()) {
            case THROTTLED, CAPPED ->
                new Problem("TT_RATE_LIMITED", "TikTok kept asking us to slow down.", "Publish again later.");
            case UNAVAILABLE, OUTCOME_UNKNOWN, UNREADABLE ->
                new Problem("TIKTOK_UNAVAILABLE", "TikTok could not be reached.", "Publish again later.");
            case SERVICE_UNAVAILABLE ->
                new Problem("MEDIA_UNAVAILABLE", "The media could not be read.", "Publish again later.");
            case TOKEN_REFUSED, RECONNECT_NEEDED, SCOPE_MISSING ->
                new Problem(
                        "ACCOUNT_NEEDS_RECONNECT",
                        "The account's connection to TikTok has ended.",
                        "Connect the account again, then publish again.");
            case STUCK ->
                new Problem(
                        "TIKTOK_STUCK",
                        "TikTok has been processing the post for a week without an answer.",
                        "Look in the TikTok app whether the post is there before you publish again.");
            case TOO_LATE ->
                new Problem(
                        "SKIPPED_LATE",
                        Objects.requireNonNullElse(detail, "It could not be published in time."),
                        "Publish it again if it is still wanted.");
            case UNUSABLE -> new Problem(failure.code(), Objects.requireNonNullElse(detail, failure.code()), "");
            case REFUSED, PROCESSING_FAILED, UPLOAD_GONE, UPLOAD_EXPIRED ->
                new Problem("TIKTOK_REJECTED", "TikTok refused the post (" + failure.code() + ").", "");
            case UNEXPECTED ->
                new Problem("INTERNAL_ERROR", "Publishing failed on our side.", "Publish again, or report it.");
        };
    }
}
