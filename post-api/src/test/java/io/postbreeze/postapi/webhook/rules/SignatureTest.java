package io.postbreeze.postapi.webhook.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final Instant AT = Instant.ofEpochSecond(1780401600);

    /** The number was made with: printf '1780401600.{"event":"ping"}' | openssl dgst -sha256 -hmac whsec_test. */
    @Test
    void itIsWhatAnyOtherProgramComputes() {
        assertThat(Signature.of(List.of("whsec_test"), AT, "{\"event\":\"ping\"}"))
                .isEqualTo("t=1780401600,v1=1e55d6327b113a86d5474f0d493632be4bec289d82f85a81bd1013d7cc81406a");
    }

    @Test
    void duringARotationBothSecretsSign() {
        String both = Signature.of(List.of("new", "old"), AT, "{}");

        assertThat(both)
                .isEqualTo(Signature.of(List.of("new"), AT, "{}") + ","
                        + Signature.of(List.of("old"), AT, "{}").split(",")[1]);
    }
}
