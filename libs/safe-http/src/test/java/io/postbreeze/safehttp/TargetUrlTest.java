package io.postbreeze.safehttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.postbreeze.safehttp.UnsafeTargetException.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "http://example.com/ SCHEME",
                "ftp://example.com/ SCHEME",
                "file:///etc/passwd SCHEME",
                "gopher://example.com/ SCHEME",
                "jar:https://example.com!/ MALFORMED",
                "//example.com/ MALFORMED",
                "example.com MALFORMED",
                "https:example.com MALFORMED",
                "https://example.com/#fragment MALFORMED",
                "https://example.com/\\ MALFORMED",
                "https://exämple.com/ MALFORMED",
                "https://user@example.com/ USER_INFO",
                "https://user:secret@example.com/ USER_INFO",
                "https://example.com:8443/ PORT",
                "https://example.com:22/ PORT",
                "https://example.com:0/ PORT",
                "https:///path HOST",
                "https://-example.com/ HOST",
                "https://example..com/ HOST",
                "https://127.1/ HOST",
                "https://2130706433/ HOST",
                "https://0x7f000001/ HOST",
                "https://0x7f.0.0.1/ HOST",
                "https://0177.0.0.1/ HOST",
                "https://127.0.0.1.5/ HOST",
                "https://256.1.1.1/ HOST",
                "https://example.0x/ HOST",
                "https://[fe80::1%25eth0]/ HOST",
            })
    void whatNoRequestMayGoToIsRefused(String url, Reason reason) {
        UnsafeTargetException refused =
                catchThrowableOfType(UnsafeTargetException.class, () -> TargetUrl.parse(url, TargetRules.strict()));

        assertThat(refused.reason()).isEqualTo(reason);
    }

    @Test
    void anAddressIsTakenApartAndNotChanged() {
        assertThat(TargetUrl.parse("https://Example.COM./a%2Fb?c=%20d", TargetRules.strict()))
                .isEqualTo(new TargetUrl(true, "example.com", 443, "/a%2Fb?c=%20d"));
        assertThat(TargetUrl.parse("https://[2606:4700::1111]", TargetRules.strict()))
                .isEqualTo(new TargetUrl(true, "2606:4700::1111", 443, "/"));
        assertThat(TargetUrl.parse("https://example.com:8443/", new TargetRules(Set.of(443, 8443), false))
                        .port())
                .isEqualTo(8443);
    }

    @Test
    void developmentMayUsePlainHttpAndAnyPort() {
        assertThat(TargetUrl.parse("http://127.0.0.1:9000/hook", new TargetRules(Set.of(443), true)))
                .isEqualTo(new TargetUrl(false, "127.0.0.1", 9000, "/hook"));
    }
}
