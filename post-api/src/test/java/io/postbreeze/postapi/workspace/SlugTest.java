package io.postbreeze.postapi.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "Acme, acme",
        "Acme Social GmbH, acme-social-gmbh",
        "Café Crème, cafe-creme",
        "  --Launch -- 2026!  , launch-2026",
        "日本, workspace",
        "!!!, workspace"
    })
    void aNameGivesASlug(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
        assertThat(Slug.isValid(Slug.of(name))).isTrue();
    }

    @Test
    void aLongOrATakenNameStillGivesOne() {
        String taken = Slug.of("x".repeat(300), "ws_01K9Z5T2K9Q3RB6N6JZP3RYV0V");

        assertThat(taken).hasSizeLessThanOrEqualTo(80).endsWith("-3ryv0v");
        assertThat(Slug.isValid(taken)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "a--b", "-a", "a-", "A", "a b", "ä", "a_b", "a\n"})
    void whatIsNoSlugIsRefused(String text) {
        assertThat(Slug.isValid(text)).isFalse();
    }
}
