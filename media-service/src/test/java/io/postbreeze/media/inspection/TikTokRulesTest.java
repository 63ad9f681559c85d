package io.postbreeze.media.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TikTokRulesTest {
    private static final long SIZE = 1_000_000;

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            524288000, MP4,      h264, 12000,  1080, 1920, 30,    -
            524288001, MP4,      h264, 12000,  1080, 1920, 30,    TT_MEDIA_TOO_LARGE
            1000,      MOV,      h265, 12000,  1080, 1920, 30,    -
            1000,      WEBM,     vp8,  12000,  1080, 1920, 30,    -
            1000,      WEBM,     vp9,  12000,  1080, 1920, -,     -
            1000,      MP4,      av1,  12000,  1080, 1920, 30,    TT_MEDIA_FORMAT_UNSUPPORTED
            1000,      MATROSKA, h264, 12000,  1080, 1920, 30,    TT_MEDIA_FORMAT_UNSUPPORTED
            1000,      MP4,      h264, 3000,   1080, 1920, 30,    -
            1000,      MP4,      h264, 2999,   1080, 1920, 30,    TT_DURATION_OUT_OF_RANGE
            1000,      MP4,      h264, 600000, 1080, 1920, 30,    -
            1000,      MP4,      h264, 600001, 1080, 1920, 30,    TT_DURATION_OUT_OF_RANGE
            1000,      MP4,      h264, 12000,  1080, 1920, 23,    -
            1000,      MP4,      h264, 12000,  1080, 1920, 22.99, TT_FRAME_RATE_OUT_OF_RANGE
            1000,      MP4,      h264, 12000,  1080, 1920, 60,    -
            1000,      MP4,      h264, 12000,  1080, 1920, 60.06, TT_FRAME_RATE_OUT_OF_RANGE
            1000,      MP4,      h264, 12000,  360,  4096, 30,    -
            1000,      MP4,      h264, 12000,  359,  1920, 30,    TT_PICTURE_SIZE_OUT_OF_RANGE
            1000,      MP4,      h264, 12000,  1080, 4097, 30,    TT_PICTURE_SIZE_OUT_OF_RANGE
            """)
    void eachLimitHasItsBorderAndItsCode(
            long bytes,
            Container container,
            String codec,
            long millis,
            int width,
            int height,
            Double rate,
            String code) {
        VideoFacts video =
                new VideoFacts(container, codec, Duration.ofMillis(millis), width, height, 0, rate, true, null);

        List<RuleViolation> violations = TikTokRules.check(video, bytes);

        assertThat(violations).extracting(RuleViolation::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void everyBrokenLimitIsNamedWithWhatWasFound() {
        VideoFacts video =
                new VideoFacts(Container.MP4, "prores", Duration.ofMillis(1_500), 100, 100, 0, 12.5, true, null);

        List<RuleViolation> violations = TikTokRules.check(video, SIZE);

        assertThat(violations).hasSize(4);
        assertThat(violations)
                .extracting(RuleViolation::message)
                .anyMatch(message -> message.contains("prores"))
                .anyMatch(message -> message.contains("1.500 s"))
                .anyMatch(message -> message.contains("12.500"))
                .anyMatch(message -> message.contains("100 × 100"));
    }

    @Test
    void photosHaveLimitsOfTheirOwn() {
        PhotoFacts photo = new PhotoFacts(PhotoFormat.PNG, 8_000, 8_000);

        assertThat(TikTokRules.check(photo, 20L << 20)).isEmpty();
        assertThat(TikTokRules.check(photo, (20L << 20) + 1))
                .extracting(RuleViolation::code)
                .containsExactly("TT_MEDIA_TOO_LARGE");
        assertThat(TikTokRules.check(new PhotoFacts(PhotoFormat.GIF, 10, 10), SIZE))
                .extracting(RuleViolation::code)
                .containsExactly("TT_MEDIA_FORMAT_UNSUPPORTED");
    }
}
