package io.postbreeze.publisher.failure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every code that TikTok documents for publishing, whether as error, as refusal with HTTP 200 or as
 * {@code fail_reason}: how it is treated, and what the user is told in the end. The constant's name is TikTok's code in
 * capitals.
 */
enum KnownCode {
    INVALID_PARAM(Treatment.GIVE_UP, "TIKTOK_REJECTED", "TikTok did not accept the post's data.", Fix.REPORT),
    INVALID_PARAMS(Treatment.GIVE_UP, "TIKTOK_REJECTED", "TikTok did not accept the post's data.", Fix.REPORT),
    INVALID_FILE_UPLOAD(Treatment.GIVE_UP, "TIKTOK_REJECTED", "TikTok did not accept the file.", Fix.FILE),
    ACCESS_TOKEN_INVALID(Treatment.TOKEN, "ACCOUNT_NEEDS_RECONNECT", "TikTok refuses our access.", Fix.RECONNECT),
    SCOPE_NOT_AUTHORIZED(Treatment.RECONNECT, "TIKTOK_SCOPE_MISSING", "Posting was not allowed.", Fix.RECONNECT),
    SCOPE_PERMISSION_MISSED(Treatment.RECONNECT, "TIKTOK_SCOPE_MISSING", "Posting was not allowed.", Fix.RECONNECT),
    RATE_LIMIT_EXCEEDED(Treatment.SLOW_DOWN, "TT_RATE_LIMITED", "TikTok kept asking us to slow down.", Fix.LATER),
    INTERNAL_ERROR(Treatment.RETRY, "TIKTOK_UNAVAILABLE", "TikTok could not be reached.", Fix.LATER),
    SPAM_RISK_TOO_MANY_POSTS(
            Treatment.WAIT_FOR_CAP,
            "TT_RATE_LIMITED",
            "The account has reached the number of posts that TikTok takes from apps in 24 hours.",
            Fix.LATER),
    SPAM_RISK_TOO_MANY_PENDING_SHARE(
            Treatment.WAIT_FOR_CAP,
            "TT_RATE_LIMITED",
            "Too many drafts wait in the TikTok inbox.",
            "Finish or delete drafts in the TikTok app, then publish again."),
    REACHED_ACTIVE_USER_CAP(
            Treatment.WAIT_FOR_CAP,
            "TT_RATE_LIMITED",
            "The app has reached the number of accounts that TikTok lets it post for in 24 hours.",
            Fix.LATER),
    SPAM_RISK_USER_BANNED_FROM_POSTING(
            Treatment.GIVE_UP,
            "TIKTOK_CREATOR_BANNED",
            "TikTok does not let this account post.",
            "The creator can see why in the TikTok app."),
    SPAM_RISK_TEXT(
            Treatment.GIVE_UP,
            "TIKTOK_SPAM_RISK",
            "TikTok considers the caption risky.",
            "Change the caption and publish again."),
    SPAM_RISK(Treatment.GIVE_UP, "TIKTOK_SPAM_RISK", "TikTok considers the post risky.", "Change it or wait a day."),
    UNAUDITED_CLIENT_CAN_ONLY_POST_TO_PRIVATE_ACCOUNTS(
            Treatment.GIVE_UP,
            "TIKTOK_APP_UNAUDITED",
            "TikTok has not audited this app yet: it may only post SELF_ONLY, to accounts set to private.",
            "Set the account to private and use SELF_ONLY, or wait for the audit."),
    URL_OWNERSHIP_UNVERIFIED(
            Treatment.GIVE_UP,
            "TT_DOMAIN_UNVERIFIED",
            "The media's domain is not verified at TikTok.",
            "Verify the domain in TikTok's developer portal."),
    PRIVACY_LEVEL_OPTION_MISMATCH(
            Treatment.GIVE_UP,
            "TT_PRIVACY_NOT_ALLOWED",
            "The account does not offer the chosen privacy any more.",
            "Choose one of the privacy levels that the account offers."),
    DURATION_CHECK_FAILED(
            Treatment.GIVE_UP,
            "TT_DURATION_OUT_OF_RANGE",
            "The video is longer or shorter than TikTok takes from this account.",
            "Cut the video and publish again."),
    FILE_FORMAT_CHECK_FAILED(Treatment.GIVE_UP, "TIKTOK_FORMAT_REFUSED", "TikTok cannot read the file.", Fix.FILE),
    FRAME_RATE_CHECK_FAILED(
            Treatment.GIVE_UP, "TIKTOK_FRAME_RATE_REFUSED", "The frame rate is outside 23 to 60.", Fix.FILE),
    PICTURE_SIZE_CHECK_FAILED(
            Treatment.GIVE_UP, "TIKTOK_PICTURE_SIZE_REFUSED", "The picture is too large or too small.", Fix.FILE),
    VIDEO_PULL_FAILED(Treatment.START_OVER, "TIKTOK_PULL_FAILED", "TikTok could not fetch the video.", Fix.LATER),
    PHOTO_PULL_FAILED(Treatment.START_OVER, "TIKTOK_PULL_FAILED", "TikTok could not fetch a photo.", Fix.LATER),
    INTERNAL(Treatment.START_OVER, "TIKTOK_UNAVAILABLE", "TikTok kept failing on its side.", Fix.LATER),
    APP_VERSION_CHECK_FAILED(
            Treatment.GIVE_UP,
            "TIKTOK_APP_OUTDATED",
            "The creator's TikTok app is too old to take drafts.",
            "The creator must update the TikTok app, then publish again."),
    PUBLISH_CANCELLED(Treatment.GIVE_UP, "TIKTOK_CANCELLED", "The post was cancelled at TikTok.", Fix.NONE),
    AUTH_REMOVED(
            Treatment.GIVE_UP,
            "ACCOUNT_NEEDS_RECONNECT",
            "The creator disconnected the app while the post was being processed.",
            Fix.RECONNECT),
    INVALID_PUBLISH_ID(Treatment.LOST_TRACK, "TIKTOK_LOST_TRACK", Fix.LOST, Fix.LOOK),
    TOKEN_NOT_AUTHORIZED_FOR_SPECIFIED_PUBLISH_ID(Treatment.LOST_TRACK, "TIKTOK_LOST_TRACK", Fix.LOST, Fix.LOOK);

    private static final Map<String, KnownCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(KnownCode::code, Function.identity()));

    private final Treatment treatment;
    private final String pageCode;
    private final String message;
    private final String fix;

    KnownCode(Treatment treatment, String pageCode, String message, String fix) {
        this.treatment = treatment;
        this.pageCode = pageCode;
        this.message = message;
        this.fix = fix;
    }

    static Optional<KnownCode> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Treatment treatment() {
        return treatment;
    }

    Problem problem() {
        return new Problem(pageCode, message, fix);
    }

    private static final class Fix {
        static final String NONE = "";
        static final String LATER = "Publish again later.";
        static final String FILE = "Export the file again as MP4 with H.264 and publish again.";
        static final String RECONNECT = "Connect the account again, then publish again.";
        static final String REPORT = "This should not happen; report it with the TikTok log id from the timeline.";
        static final String LOST = "TikTok does not know the upload that it was given.";
        static final String LOOK = "Look in the TikTok app whether the post is there before you publish again.";
    }
}
