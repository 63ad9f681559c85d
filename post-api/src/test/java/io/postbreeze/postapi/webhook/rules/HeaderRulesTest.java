package io.postbreeze.postapi.webhook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type",
                "content-length",
                "TRANSFER-ENCODING",
                "Host",
                "User-Agent",
                "Connection",
                "X-Postbreeze-Signature",
                "x-postbreeze-anything",
                "X-Forwarded-For",
                "Proxy-Authorization",
                "",
                "two words",
                "a:b",
                "a\r\nb",
                "ünïcode",
            })
    void ourHeadersAndBrokenNamesAreRefused(String name) {
        assertThat(HeaderRules.problem(name, "value")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a\r\nHost: evil", "a\nb", "a\0b", "é"})
    void aValueThatCouldBeReadAsMoreThanOneIsRefused(String value) {
        assertThat(HeaderRules.problem("X-Team", value)).isPresent();
        assertThat(HeaderRules.problem("X-Team", "a".repeat(1001))).isPresent();
    }

    @Test
    void usersMayIdentifyThemselves() {
        assertThat(HeaderRules.problem("Authorization", "Bearer abc def")).isEmpty();
        assertThat(HeaderRules.problem("X-Team", "a")).isEmpty();
    }
}
