package io.postbreeze.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiAnswersTest {

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "401, access_token_invalid, AuthorizationExpired, access_token_invalid",
        "200, access_token_invalid, AuthorizationExpired, access_token_invalid",
        "401, scope_not_authorized, ScopeMissing, scope_not_authorized",
        "400, scope_permission_missed, ScopeMissing, scope_permission_missed",
        "429, rate_limit_exceeded, Throttled, rate_limit_exceeded",
        "429, something_new, Throttled, something_new",
        "200, spam_risk_too_many_posts, CapReached, spam_risk_too_many_posts",
        "403, spam_risk_too_many_posts, CapReached, spam_risk_too_many_posts",
        "200, reached_active_user_cap, CapReached, reached_active_user_cap",
        "403, spam_risk_too_many_pending_share, CapReached, spam_risk_too_many_pending_share",
        "200, spam_risk_user_banned_from_posting, Rejected, spam_risk_user_banned_from_posting",
        "403, privacy_level_option_mismatch, Rejected, privacy_level_option_mismatch",
        "403, unaudited_client_can_only_post_to_private_accounts, Rejected, "
                + "unaudited_client_can_only_post_to_private_accounts",
        "400, invalid_params, Rejected, invalid_params",
        "400, invalid_param, Rejected, invalid_params",
        "400, invalid_publish_id, Rejected, invalid_publish_id",
        "400, token_not_authorized_for_specified_publish_id, Rejected, "
                + "token_not_authorized_for_specified_publish_id",
        "500, internal_error, Unavailable, internal_error",
        "200, internal_error, Unavailable, internal_error",
        "503, something_new, Unavailable, something_new",
        "418, something_new, Rejected, something_new",
        "500, ok, OutcomeUnknown, http_500",
        "400, ok, MalformedAnswer, http_400",
        "403, 'Bad Code;{}', Rejected, bad_code___",
    })
    void the_code_decides_and_the_status_only_without_one(int status, String code, String type, String expected) {
        HttpAnswer answer =
                answer(status, "{\"data\":{},\"error\":{\"code\":\"%s\",\"log_id\":\"L1\"}}".formatted(code));

        TikTokException failure = refused(answer, Effect.LASTING);

        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.code()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} [{1}] {2} is {3}")
    @CsvSource({
        "200, '', NONE, MalformedAnswer",
        "200, '<html>', LASTING, MalformedAnswer",
        "200, '[]', NONE, MalformedAnswer",
        "200, 'null', NONE, MalformedAnswer",
        "200, '{\"data\":{}}', NONE, MalformedAnswer",
        "200, '{\"error\":{\"code\":null}}', NONE, MalformedAnswer",
        "200, '{\"error\":{\"code\":\"\"}}', NONE, MalformedAnswer",
        "302, '', NONE, MalformedAnswer",
        "401, 'nope', NONE, MalformedAnswer",
        "408, '', LASTING, Unavailable",
        "429, 'slow down', NONE, Throttled",
        "502, '<html>', NONE, Unavailable",
        "500, '<html>', NONE, Unavailable",
        "500, '<html>', LASTING, OutcomeUnknown",
        "502, '<html>', LASTING, OutcomeUnknown",
        "503, '', LASTING, Unavailable",
        "504, '', LASTING, OutcomeUnknown",
    })
    void an_answer_without_envelope_goes_by_its_status(int status, String body, Effect effect, String type) {
        assertThat(refused(answer(status, body), effect).getClass().getSimpleName())
                .isEqualTo(type);
    }

    @ParameterizedTest(name = "{0} [{1}] is {2}")
    @CsvSource({
        "200, '{\"error\":\"invalid_grant\",\"error_description\":\"x\",\"log_id\":\"L1\"}', ReconnectNeeded",
        "400, '{\"error\":\"invalid_grant\"}', ReconnectNeeded",
        "200, '{\"error\":\"invalid_client\"}', Rejected",
        "200, '{\"error\":\"invalid_request\"}', Rejected",
        "200, '{\"error\":\"server_error\"}', Unavailable",
        "200, '{\"error\":\"temporarily_unavailable\"}', Unavailable",
        "429, '{\"error\":{\"code\":\"rate_limit_exceeded\"}}', Throttled",
        "200, '{\"error\":{}}', MalformedAnswer",
        "200, '[1]', MalformedAnswer",
        "503, '', Unavailable",
        "504, '', OutcomeUnknown",
    })
    void an_oauth_refusal_is_flat_and_may_come_with_status_200(int status, String body, String type) {
        TikTokException failure = catchThrowableOfType(
                TikTokException.class, () -> ApiAnswers.flat(answer(status, body), Effect.LASTING));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
    }

    @Test
    void a_revocation_may_be_answered_with_nothing() {
        assertThat(ApiAnswers.flat(answer(200, ""), Effect.NONE).data().isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"error\":{\"code\":\"ok\",\"log_id\":\"L1\"}}', L1",
        "'{\"error\":{\"code\":\"ok\",\"logid\":\"L2\"}}', L2",
        "'{\"error\":{\"code\":\"ok\"}}', FROMHEADER",
        "'{\"error\":{\"code\":\"ok\",\"log_id\":\"two\\nlines\"}}', FROMHEADER",
    })
    void the_log_id_is_found_wherever_it_is_written(String body, String logId) {
        assertThat(ApiAnswers.enveloped(answer(200, body), Effect.NONE).logId()).isEqualTo(logId);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "'Wed, 21 Oct 2026 07:28:00 GMT',", "-1,", "99999999,"})
    void a_throttled_call_carries_the_wait_when_it_is_a_number_of_seconds(String header, Long seconds) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Retry-After", header);
        var failure = (TikTokException.Throttled) refused(HttpAnswer.of(429, headers, Buffer.buffer()), Effect.NONE);

        assertThat(failure.retryAfter()).isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    @Test
    void a_refusal_keeps_the_sentence_short_and_on_one_line() {
        String body = "{\"error\":{\"code\":\"invalid_params\",\"message\":\"The chunk size\\r\\nis %s\"}}"
                .formatted("x".repeat(500));
        var failure = (TikTokException.Rejected) refused(answer(400, body), Effect.NONE);

        assertThat(failure.detail()).startsWith("The chunk size  is x").hasSize(200);
        assertThat(failure).hasMessage("invalid_params (log id FROMHEADER)");
    }

    private static TikTokException refused(HttpAnswer answer, Effect effect) {
        return catchThrowableOfType(TikTokException.class, () -> ApiAnswers.enveloped(answer, effect));
    }

    private static HttpAnswer answer(int status, String body) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("X-TT-LogId", "FROMHEADER");
        return HttpAnswer.of(status, headers, Buffer.buffer(body));
    }
}
