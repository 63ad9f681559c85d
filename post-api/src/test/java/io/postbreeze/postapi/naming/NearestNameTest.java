package io.postbreeze.postapi.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> KNOWN = List.of("content", "scheduledFor", "mediaIds", "platforms", "privacy");

    @ParameterizedTest
    @CsvSource({
        "contnet, content",
        "CONTENT, content",
        "scheduledAt, scheduledFor",
        "schedule_for, scheduledFor",
        "mediaId, mediaIds",
        "platform, platforms",
        "privcy, privacy"
    })
    void aSlipOfTheFingerIsUnderstood(String written, String meant) {
        assertThat(NearestName.of(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"hashtags", "x", "''"})
    void whatIsFarFromEveryNameIsNotGuessed(String written) {
        assertThat(NearestName.of(written, KNOWN)).isEmpty();
    }

    @Test
    void aNameAsLongAsABodyCostsNothing() {
        assertThat(NearestName.of("content" + "x".repeat(1_000_000), KNOWN)).isEmpty();
        assertThat(NearestName.of("content", List.of())).isEmpty();
    }
}
