package io.postbreeze.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void onlyWhatIsNamedChanges() {
        Settings changed = Settings.DEFAULTS.changedBy("{\"postId\":\"LATE\",\"webhookUrl\":\"http://127.0.0.1/h\"}");

        assertThat(changed.postId()).isEqualTo(Settings.PostIds.LATE);
        assertThat(changed.webhookUrl()).isEqualTo("http://127.0.0.1/h");
        assertThat(changed.changedBy("{\"postId\":\"NORMAL\",\"webhookUrl\":null}"))
                .isEqualTo(Settings.DEFAULTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'procesingMs':1}|procesingMs",
                "{'processingMs':-1}|processingMs must be a whole number from 0",
                "{'processingMs':1.5}|processingMs",
                "{'processingMs':null}|processingMs",
                "{'limits':'maybe'}|limits",
                "{'postId':'SOMETIMES'}|postId",
                "{'oauthErrorStatus':418}|oauthErrorStatus must be one of",
                "{'tokenProfile':'lax'}|tokenProfile must be one of",
                "{'webhookUrl':'ftp://x'}|webhookUrl must be",
                "[]|not a JSON object",
                "{|not a JSON object"
            })
    void whatMakesNoSenseIsRefusedByName(String json, String message) {
        assertThatThrownBy(() -> Settings.DEFAULTS.changedBy(json.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void theyReadWhatTheyWrite() {
        assertThat(Settings.DEFAULTS.changedBy(Settings.DEFAULTS.toJson())).isEqualTo(Settings.DEFAULTS);
    }
}
