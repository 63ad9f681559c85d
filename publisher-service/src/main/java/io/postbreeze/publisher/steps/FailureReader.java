package io.postbreeze.publisher.steps;

import io.postbreeze.publisher.failure.Failure;
import io.postbreeze.publisher.failure.FailureKind;
import io.postbreeze.tiktok.TikTokException;
import org.jspecify.annotations.Nullable;

/** Turns exceptions into failures. */
final class FailureReader {
    private FailureReader() {}

    static Failure read(Throwable thrown) {
        return switch (thrown) {
            case StepException step -> step.failure();
            case TikTokException tiktok -> tiktok(tiktok);
            default -> Failure.of(FailureKind.UNEXPECTED, "unexpected");
        };
    }

    private static Failure tiktok(TikTokException thrown) {
        return switch (thrown) {
            case TikTokException.Throttled throttled ->
                new Failure(
                        FailureKind.THROTTLED,
                        throttled.code(),
                        "TikTok asked to slow down",
                        throttled.logId(),
                        throttled.retryAfter());
            case TikTokException.Unavailable e -> of(FailureKind.UNAVAILABLE, e, "TikTok could not be reached");
            case TikTokException.AuthorizationExpired e ->
                of(FailureKind.TOKEN_REFUSED, e, "TikTok refused the access token");
            case TikTokException.ReconnectNeeded e -> of(FailureKind.RECONNECT_NEEDED, e, null);
            case TikTokException.ScopeMissing e -> of(FailureKind.SCOPE_MISSING, e, null);
            case TikTokException.CapReached e -> of(FailureKind.CAPPED, e, "A limit per 24 hours is reached");
            case TikTokException.Rejected e -> of(FailureKind.REFUSED, e, e.detail());
            // Waits a moment and then asks where the upload stands, like every other interruption.
            case TikTokException.RangeNotSatisfiable e ->
                of(FailureKind.UNAVAILABLE, e, "TikTok holds another part of the file than we thought");
            case TikTokException.UploadGone e -> of(FailureKind.UPLOAD_GONE, e, "The upload address is gone");
            case TikTokException.OutcomeUnknown e -> of(FailureKind.OUTCOME_UNKNOWN, e, "TikTok's answer was lost");
            case TikTokException.MalformedAnswer e -> of(FailureKind.UNREADABLE, e, "TikTok's answer made no sense");
            case TikTokException.SourceFailed e ->
                of(FailureKind.SERVICE_UNAVAILABLE, e, "The stored file could not be read");
        };
    }

    private static Failure of(FailureKind kind, TikTokException thrown, @Nullable String detail) {
        return new Failure(kind, thrown.code(), detail, thrown.logId(), null);
    }
}
