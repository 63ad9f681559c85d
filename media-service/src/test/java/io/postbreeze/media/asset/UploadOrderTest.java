package io.postbreeze.media.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadOrderTest {
    private static final long FIVE_GIB = 5L << 30;

    @Test
    void keepsWhatIsInOrder() {
        UploadOrder order = UploadOrder.of(new PresignRequest("My clip.mp4", "Video/MP4", FIVE_GIB));

        assertThat(order.filename()).isEqualTo("My clip.mp4");
        assertThat(order.type().contentType()).isEqualTo("video/mp4");
        assertThat(order.type().kind()).isEqualTo(MediaKind.VIDEO);
        assertThat(order.bytes()).isEqualTo(FIVE_GIB);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,        video/mp4,                 -,          filename,    FIELD_REQUIRED
            ' ',      video/mp4,                 -,          filename,    FIELD_REQUIRED
            '/\\/',   video/mp4,                 -,          filename,    FILENAME_INVALID
            clip.mp4, -,                         -,          contentType, FIELD_REQUIRED
            clip.mp4, text/html,                 -,          contentType, CONTENT_TYPE_UNSUPPORTED
            clip.mp4, 'video/mp4; codecs=avc1',  -,          contentType, CONTENT_TYPE_UNSUPPORTED
            clip.mp4, video/mp4,                 0,          bytes,       BYTES_INVALID
            clip.mp4, video/mp4,                 5368709121, bytes,       MEDIA_TOO_LARGE
            doc.pdf,  application/pdf,           104857601,  bytes,       MEDIA_TOO_LARGE
            """)
    void namesTheWrongField(String filename, String contentType, Long bytes, String path, String code) {
        ApiException refused = refusal(new PresignRequest(filename, contentType, bytes));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(refused.details()).hasSize(1);
        assertThat(refused.details().getFirst().path()).isEqualTo(path);
        assertThat(refused.details().getFirst().code()).isEqualTo(code);
    }

    @Test
    void namesEveryWrongField() {
        ApiException refused = refusal(new PresignRequest("a".repeat(256), "text/html", -1L));

        assertThat(refused.details()).extracting(Violation::path).containsExactly("filename", "contentType", "bytes");
    }

    @Test
    void aChecksumIsHexadecimal() {
        String digits = "0123456789abcdefABCDEF0123456789abcdef0123456789abcdef0123456789";

        assertThat(UploadOrder.of(new PresignRequest("a.mp4", "video/mp4", null, digits))
                        .sha256())
                .isEqualTo(digits.toLowerCase(Locale.ROOT));
        for (String wrong : List.of("", "abc", digits + "0", digits.replace('9', 'g'))) {
            assertThat(refusal(new PresignRequest("a.mp4", "video/mp4", null, wrong))
                            .details())
                    .extracting(Violation::code)
                    .containsExactly("SHA256_INVALID");
        }
    }

    @Test
    void refusesNoBodyAtAll() {
        assertThat(refusal(null).code()).isEqualTo("BAD_REQUEST");
    }

    private static ApiException refusal(PresignRequest request) {
        return catchThrowableOfType(ApiException.class, () -> UploadOrder.of(request));
    }
}
