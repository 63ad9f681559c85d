package io.postbreeze.media.asset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchOrderTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.com/a/My%20clip.mp4?token=x/y.jpg, My clip.mp4",
        "https://example.com/a+b.mp4#t=1, a+b.mp4",
        "https://example.com/..%2F..%2Fetc%2Fpasswd, ....etcpasswd",
        "https://example.com/%zz, %zz",
        "https://example.com, file",
        "https://example.com/folder/, file",
        "nonsense, nonsense"
    })
    void theNameIsTheLastPartOfThePath(String url, String name) {
        assertThat(order(url).filename()).isEqualTo(name);
    }

    @Test
    void theUrlDoesNotGetIntoLogs() {
        assertThat(order("https://example.com/?signature=s3cret").toString()).doesNotContain("s3cret");
    }

    private static FetchOrder order(String url) {
        return FetchOrder.of(new FromUrlRequest(url, "image", null, null));
    }
}
