package io.postbreeze.media.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedPropertyTest {
    private static final VerifiedProperty DOMAIN = VerifiedProperty.parse("Media.Example.com");
    private static final VerifiedProperty PREFIX = VerifiedProperty.parse("https://cdn.example.org/Photos/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://media.example.com",
                "https://media.example.com/",
                "https://media.example.com/a.jpg",
                "https://media.example.com:443/a.jpg",
                "HTTPS://MEDIA.Example.COM/a.jpg",
                "https://eu.media.example.com/a.jpg",
                "https://a.b.media.example.com/a.jpg?X-Amz-Signature=1&b=//..",
                "https://media.example.com/a%20b.jpg",
                "https://media.example.com/..a/...jpg",
                "https://xn--bcher-kva.media.example.com/a.jpg",
                "https://cdn.example.org/Photos/",
                "https://cdn.example.org/Photos/a.jpg",
                "https://cdn.example.org/Photos/deep/er/a.jpg"
            })
    void whatIsVerifiedIsCovered(String url) {
        assertThat(covered(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a.jpg",
                "https://xmedia.example.com/a.jpg",
                "https://media-example.com/a.jpg",
                "https://media.example.com.evil.example/a.jpg",
                "https://evil.example/media.example.com/a.jpg",
                "https://evil.example/?media.example.com",
                "https://media.example.co/a.jpg",
                "https://media.example.comm/a.jpg",
                "https://cdn.example.org/",
                "https://cdn.example.org/Photos",
                "https://cdn.example.org/Photosets/a.jpg",
                "https://cdn.example.org/photos/a.jpg",
                "https://cdn.example.org/x/Photos/a.jpg",
                "https://cdn.example.org/%50hotos/a.jpg",
                "https://eu.cdn.example.org/Photos/a.jpg",
                "https://cdn.example.org:443/Photos/a.jpg",
                "HTTPS://cdn.example.org/Photos/a.jpg",
                "https://CDN.example.org/Photos/a.jpg",
                "https://cdn.example.org?/Photos/a.jpg"
            })
    void whatOnlyLooksLikeItIsNot(String url) {
        assertThat(covered(url)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://media.example.com/a.jpg, URL_NOT_HTTPS",
        "ftp://media.example.com/a.jpg, URL_NOT_HTTPS",
        "//media.example.com/a.jpg, URL_MALFORMED",
        "media.example.com/a.jpg, URL_MALFORMED",
        "'', URL_MALFORMED",
        "https:media.example.com, URL_MALFORMED",
        "https:///media.example.com/a.jpg, URL_NOT_A_DOMAIN",
        "https://, URL_MALFORMED",
        "https://media.example.com\\@evil.example/a.jpg, URL_MALFORMED",
        "https://media.example.com/a b.jpg, URL_MALFORMED",
        "https://media.example.com/ä.jpg, URL_MALFORMED",
        "https://medïa.example.com/a.jpg, URL_MALFORMED",
        "https://media。example。com/a.jpg, URL_MALFORMED",
        "https://media.example.com/%zz.jpg, URL_MALFORMED",
        "https://media.example.com@evil.example/a.jpg, URL_WITH_USER",
        "https://user:pass@media.example.com/a.jpg, URL_WITH_USER",
        "https://@media.example.com/a.jpg, URL_WITH_USER",
        "https://media.example.com:8443/a.jpg, URL_WITH_PORT",
        "https://media.example.com:80/a.jpg, URL_WITH_PORT",
        "https://media.example.com:0/a.jpg, URL_WITH_PORT",
        "https://media.example.com:/a.jpg, URL_WITH_PORT",
        "https://under_score.media.example.com/a.jpg, URL_NOT_A_DOMAIN",
        "https://media.example.com./a.jpg, URL_NOT_A_DOMAIN",
        "https://media..example.com/a.jpg, URL_NOT_A_DOMAIN",
        "https://.media.example.com/a.jpg, URL_NOT_A_DOMAIN",
        "https://-a.media.example.com/a.jpg, URL_NOT_A_DOMAIN",
        "https://localhost/a.jpg, URL_NOT_A_DOMAIN",
        "https://93.184.216.34/a.jpg, URL_NOT_A_DOMAIN",
        "https://0x5db8d822/a.jpg, URL_NOT_A_DOMAIN",
        "https://1572395042/a.jpg, URL_NOT_A_DOMAIN",
        "https://93.184.55330/a.jpg, URL_NOT_A_DOMAIN",
        "https://media.example.0x22/a.jpg, URL_NOT_A_DOMAIN",
        "https://[2606:2800:220:1::1]/a.jpg, URL_NOT_A_DOMAIN",
        "https://[::ffff:93.184.216.34]/a.jpg, URL_NOT_A_DOMAIN",
        "https://%6dedia.example.com/a.jpg, URL_NOT_A_DOMAIN",
        "https://media.example.com/#a.jpg, URL_AMBIGUOUS",
        "https://cdn.example.org/Photos/../secret.jpg, URL_AMBIGUOUS",
        "https://cdn.example.org/Photos/..;/secret.jpg, URL_AMBIGUOUS",
        "https://cdn.example.org/Photos/%2e%2E/secret.jpg, URL_AMBIGUOUS",
        "https://cdn.example.org/Photos/.%2e/secret.jpg, URL_AMBIGUOUS",
        "https://cdn.example.org/Photos/%252e%252e/secret.jpg, URL_AMBIGUOUS",
        "https://cdn.example.org/Photos/..%2fsecret.jpg, URL_AMBIGUOUS",
        "https://cdn.example.org/Photos/..%5Csecret.jpg, URL_AMBIGUOUS",
        "https://cdn.example.org/Photos/a%00.jpg, URL_AMBIGUOUS",
        "https://cdn.example.org/Photos/./a.jpg, URL_AMBIGUOUS",
        "https://cdn.example.org/Photos/.., URL_AMBIGUOUS",
        "https://cdn.example.org//Photos/a.jpg, URL_AMBIGUOUS"
    })
    void whatTikTokNeverFetchesHasItsOwnReason(String url, String code) {
        assertThatThrownBy(() -> PullUrl.parse(url))
                .asInstanceOf(type(UnfitUrlException.class))
                .satisfies(told -> assertThat(told.reason().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "com",
                "localhost",
                "*.example.com",
                "example.com.",
                ".example.com",
                "-.com",
                "1.2.3.4",
                "0x7f.1",
                "::1",
                "[::1]",
                "bücher.example",
                "faß.de",
                "example.com:443",
                "example.com/",
                "example.com/media/",
                "http://example.com/",
                "https://example.com",
                "https://example.com/media",
                "https://Example.com/media/",
                "HTTPS://example.com/media/",
                "https://example.com:443/",
                "https://example.com/?a=/",
                "https://example.com/#/",
                "https://example.com/../",
                "https://1.2.3.4/",
                "https://u@example.com/",
                "https://example.com//",
                "exa mple.com",
                "exam\u0000ple.com",
                "a\n.com"
            })
    void whatTikTokDoesNotVerifyIsNoProperty(String text) {
        assertThatThrownBy(() -> VerifiedProperty.parse(text)).isInstanceOf(UnfitUrlException.class);
    }

    @Test
    void aLongNameIsNoDomain() {
        assertThatThrownBy(() -> VerifiedProperty.parse("a.".repeat(126) + "com"))
                .isInstanceOf(UnfitUrlException.class);
        assertThatThrownBy(() -> PullUrl.parse("https://example.com/" + "a".repeat(2_048)))
                .isInstanceOf(UnfitUrlException.class);
    }

    /** Whatever is put together from pieces of attacks: what counts as verified leads to the verified host. */
    @Test
    void noMixtureOfTricksIsCoveredElsewhere() {
        List<String> pieces = List.of(
                "https://",
                "media.example.com",
                "cdn.example.org",
                "/Photos/",
                "evil.example",
                "@",
                ":",
                "443",
                ".",
                "..",
                "/",
                "\\",
                "%2e",
                "%2f",
                "#",
                "?",
                ";",
                "127.0.0.1",
                "[::1]",
                "a.jpg",
                "-",
                "HTTPS://");
        Random random = new Random(5);
        for (int round = 0; round < 200_000; round++) {
            StringBuilder url = new StringBuilder("https://");
            random.ints(1 + random.nextInt(7), 0, pieces.size()).forEach(piece -> url.append(pieces.get(piece)));
            if (covered(url.toString())) {
                assertThat(url.toString())
                        .matches(
                                "(?i)https://(([a-z0-9_.-]*\\.)?media\\.example\\.com(:443)?|cdn\\.example\\.org/Photos)"
                                        + "([/?].*)?")
                        .doesNotContain("\\", "#");
            }
        }
    }

    private static boolean covered(String url) {
        try {
            PullUrl parsed = PullUrl.parse(url);
            return DOMAIN.covers(parsed) || PREFIX.covers(parsed);
        } catch (UnfitUrlException unfit) {
            return false;
        }
    }
}
