package io.postbreeze.conformance;

import java.util.List;
import java.util.stream.Stream;

/** Every code the reference's sections 1 to 5 name and an implementation can be brought to answer. */
final class Documented {
    /** Section 1.5; left out are a person's refusal, which takes a browser, and trouble inside TikTok. */
    static final List<String> OAUTH = List.of(
            "invalid_client",
            "invalid_grant",
            "invalid_request",
            "invalid_scope",
            "unauthorized_client",
            "unsupported_grant_type",
            "unsupported_response_type");

    /** Sections 0 and 2. */
    static final List<String> POSTING = List.of(
            "ok",
            "access_token_invalid",
            "scope_not_authorized",
            "scope_permission_missed",
            "invalid_params",
            "invalid_param",
            "rate_limit_exceeded",
            "internal_error",
            "spam_risk_too_many_posts",
            "spam_risk_user_banned_from_posting",
            "reached_active_user_cap",
            "unaudited_client_can_only_post_to_private_accounts",
            "url_ownership_unverified",
            "privacy_level_option_mismatch",
            "spam_risk_too_many_pending_share",
            "app_version_check_failed",
            "invalid_publish_id",
            "token_not_authorized_for_specified_publish_id",
            "publish_not_cancellable",
            "invalid_file_upload");

    /** Section 2.6. */
    static final List<String> FAIL_REASONS = List.of(
            "file_format_check_failed",
            "duration_check_failed",
            "frame_rate_check_failed",
            "picture_size_check_failed",
            "internal",
            "video_pull_failed",
            "photo_pull_failed",
            "publish_cancelled",
            "auth_removed",
            "spam_risk_too_many_posts",
            "spam_risk_user_banned_from_posting",
            "spam_risk_text",
            "spam_risk");

    /** Section 5. */
    static final List<String> BUSINESS = List.of(
            "0", "20001", "40001", "40002", "40100", "40105", "50000", "50001", "51001", "51021", "51039", "51065");

    private Documented() {}

    static List<String> all() {
        return Stream.of(
                        OAUTH.stream(), POSTING.stream(), FAIL_REASONS.stream().map("fail:"::concat), BUSINESS.stream())
                .flatMap(all -> all)
                .toList();
    }
}
