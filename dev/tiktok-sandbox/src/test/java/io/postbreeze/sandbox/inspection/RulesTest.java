package io.postbreeze.sandbox.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {

    @ParameterizedTest
    @CsvSource({
        "true, avc1, 300000, 1080, 1920, 30, ",
        "true, avc3, 1000, 1080, 1920, 30, ",
        "true, hvc1, 1000, 1080, 1920, 30, ",
        "true, hev1, 1000, 1080, 1920, 30, ",
        "true, vp08, 1000, 1080, 1920, 30, ",
        "true, vp09, 1000, 1080, 1920, 30, ",
        "true, V_VP8, 1000, 1080, 1920, 30, ",
        "true, V_VP9, 1000, 1080, 1920, 30, ",
        "true, av01, 1000, 1080, 1920, 30, file_format_check_failed",
        "true, V_AV1, 1000, 1080, 1920, 30, file_format_check_failed",
        "true, V_MPEG4/ISO/AVC, 1000, 1080, 1920, 30, file_format_check_failed",
        "true, mp4v, 1000, 1080, 1920, 30, file_format_check_failed",
        "true, jpeg, 1000, 1080, 1920, 30, file_format_check_failed",
        "false, '', 0, 0, 0, 0, file_format_check_failed",
        "true, avc1, 300001, 1080, 1920, 30, duration_check_failed",
        "true, avc1, 1000, 1080, 1920, 60, ",
        "true, avc1, 1000, 1080, 1920, 60.001, frame_rate_check_failed",
        "true, avc1, 1000, 1080, 1920, 59.94, ",
        "true, avc1, 1000, 1080, 1920, 23, ",
        "true, avc1, 1000, 1080, 1920, 22.99, frame_rate_check_failed",
        "true, avc1, 1000, 1080, 1920, Infinity, frame_rate_check_failed",
        "true, avc1, 1000, 1080, 1920, NaN, frame_rate_check_failed",
        "true, avc1, 1000, 360, 4096, 30, ",
        "true, avc1, 1000, 4096, 360, 30, ",
        "true, avc1, 1000, 359, 1920, 30, picture_size_check_failed",
        "true, avc1, 1000, 1080, 359, 30, picture_size_check_failed",
        "true, avc1, 1000, 4097, 1080, 30, picture_size_check_failed",
        "true, avc1, 1000, 1080, 4097, 30, picture_size_check_failed",
        // The first broken rule is told, in TikTok's order.
        "true, av01, 300001, 1, 1, 1, file_format_check_failed",
        "true, avc1, 300001, 1, 1, 1, duration_check_failed",
        "true, avc1, 1000, 1, 1, 1, frame_rate_check_failed"
    })
    void aVideosBrokenRuleHasTikToksReason(
            boolean readable, String codec, long ms, int width, int height, double rate, String reason) {
        Finding finding = new Finding(readable, codec, ms, width, height, rate);

        assertThat(VideoRules.failReason(finding, 300)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "180, 180000, ",
        "180, 180001, duration_check_failed",
        "600, 600000, ",
        "600, 600001, duration_check_failed",
        "3600, 600000, ",
        "3600, 600001, duration_check_failed"
    })
    void theCreatorsMaximumHoldsAndTikToksAsWell(int maxSeconds, long ms, String reason) {
        Finding finding = new Finding(true, "avc1", ms, 1080, 1920, 30);

        assertThat(VideoRules.failReason(finding, maxSeconds)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "true, jpeg, 1080, 1920, 20000000, ",
        "true, webp, 1920, 1080, 1, ",
        "true, jpeg, 941, 1672, 1, ",
        "true, jpeg, 1, 1, 1, ",
        "true, jpeg, 1081, 1081, 1, picture_size_check_failed",
        "true, jpeg, 1086, 1448, 1, picture_size_check_failed",
        "true, webp, 1254, 1254, 1, picture_size_check_failed",
        "true, jpeg, 1921, 1080, 1, picture_size_check_failed",
        "true, jpeg, 1080, 1921, 1, picture_size_check_failed",
        "true, jpeg, 1080, 1920, 20000001, picture_size_check_failed",
        "false, '', 0, 0, 20000001, picture_size_check_failed",
        "false, '', 0, 0, 1, file_format_check_failed",
        "true, avc1, 1080, 1920, 1, file_format_check_failed"
    })
    void aPhotosBrokenRuleHasTikToksReason(
            boolean readable, String codec, int width, int height, long bytes, String reason) {
        Finding finding = new Finding(readable, codec, 0, width, height, 0);

        assertThat(PhotoRules.failReason(finding, bytes)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        // frames, ticks, scale, rounding, rate
        "3600, 60000, 1000, 1, 60",
        "60, 1000, 1000, 1, 60",
        "61, 1017, 1000, 1, 60",
        "1000, 16666, 1000, 1, 60",
        "1, 16666666, 1000000000, 1, 60",
        "1, 16666667, 1000000000, 1, 60",
        "100, 1666000000, 1000000000, 1000000, 60",
        "60, 60, 60, 1, 60",
        "121, 2, 1, 1, 60.5",
        "60000, 1001000, 1000, 1, 59.94005994005994",
        "60020, 1000000, 1000, 1, 60.02"
    })
    void aRateThatOnlyRoundingSetsApartFromAWholeOneIsWhole(
            long frames, long ticks, long scale, long rounding, double rate) {
        assertThat(FrameRate.of(frames, ticks, scale, rounding)).isEqualTo(rate);
    }
}
