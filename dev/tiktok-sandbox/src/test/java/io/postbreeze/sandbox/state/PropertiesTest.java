package io.postbreeze.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.sandbox.state.Properties.Property;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertiesTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a.jpg, example.com, true",
        "https://cdn.example.com/a.jpg, cdn.example.com, true",
        "https://notexample.com/a.jpg, notexample.com, false",
        "https://com/a.jpg, com, false",
        "https://example.com.evil.test/a.jpg, example.com.evil.test, false"
    })
    void aDomainCoversItselfAndWhatIsBelowIt(String url, String host, boolean owned) {
        assertThat(owning(Property.Kind.DOMAIN, "Example.com").isOwned(url, host))
                .isEqualTo(owned);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/media/a.jpg, true",
        "https://example.com/media/deep/a.jpg, true",
        "https://example.com/mediaX/a.jpg, false",
        "https://example.com/a.jpg, false",
        "https://cdn.example.com/media/a.jpg, false"
    })
    void aPrefixCoversExactlyWhatBeginsWithIt(String url, boolean owned) {
        assertThat(owning(Property.Kind.PREFIX, "https://example.com/media/").isOwned(url, "example.com"))
                .isEqualTo(owned);
    }

    @ParameterizedTest
    @CsvSource({
        "DOMAIN, https://example.com",
        "DOMAIN, localhost",
        "DOMAIN, example.com/",
        "PREFIX, https://example.com/media",
        "PREFIX, http://example.com/media/",
        "PREFIX, https://example.com/a?b/"
    })
    void whatCannotBeProvenIsRefused(Property.Kind kind, String value) {
        assertThatThrownBy(() -> new Property(kind, value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aResetBringsBackWhatWasConfigured() {
        Properties properties = new Properties(
                List.of(new Property(Property.Kind.DOMAIN, "example.com")),
                Map.of("example.com", URI.create("http://127.0.0.1:1")));
        properties.disownAll();
        properties.unmapAll();
        assertThat(properties.isOwned("https://example.com/", "example.com")).isFalse();

        properties.reset();

        assertThat(properties.isOwned("https://example.com/", "example.com")).isTrue();
        assertThat(properties.target("example.com")).contains(URI.create("http://127.0.0.1:1"));
    }

    private static Properties owning(Property.Kind kind, String value) {
        return new Properties(List.of(new Property(kind, value)), Map.of());
    }
}
