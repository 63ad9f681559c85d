package io.postbreeze.postapi.tiktokevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TikTokSignatureTest {
    private static final String SECRET = "sandbox-secret";
    private static final Instant SIGNED = Instant.ofEpochSecond(1_633_174_587);
    private static final String HEX = "62e369204e6eeca72176b38372a05c9c2bf5675616db571ead01bc1aa3721323";
    private static final byte[] BODY =
            "{\"client_key\":\"ck_test\",\"event\":\"post.publish.complete\",\"create_time\":1633174587,\"user_openid\":\"-000test\",\"content\":\"{\\\"publish_id\\\":\\\"v_pub_file~v2-1.1\\\",\\\"publish_type\\\":\\\"DIRECT_PUBLISH\\\"}\"}"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void aSignatureThatWasComputedElsewhereIsGenuine() {
        assertThat(genuine("t=1633174587,s=" + HEX, BODY, SIGNED)).isTrue();
        assertThat(genuine("t=1633174587,s=" + HEX, BODY, SIGNED.plusSeconds(300)))
                .isTrue();
        assertThat(genuine("t=1633174587,s=" + HEX, BODY, SIGNED.minusSeconds(300)))
                .isTrue();
    }

    @Test
    void anOldOrAFutureSignatureIsNot() {
        assertThat(genuine("t=1633174587,s=" + HEX, BODY, SIGNED.plusSeconds(301)))
                .isFalse();
        assertThat(genuine("t=1633174587,s=" + HEX, BODY, SIGNED.minusSeconds(301)))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "t=1633174587",
                "s=" + HEX,
                "t=1633174588,s=" + HEX,
                "t=1633174587,s=" + HEX + "00",
                "t=-1,s=" + HEX,
                "t=99999999999999999999,s=" + HEX,
                "t=1633174587,s=0000000000000000000000000000000000000000000000000000000000000000",
                "t=1633174587,s=" + HEX + ",s=" + HEX
            })
    void whatIsNoSignatureOfTheBodyIsNot(String header) {
        assertThat(genuine(header, BODY, SIGNED)).isFalse();
    }

    @Test
    void anotherBodyOrAnotherSecretIsNot() {
        byte[] other = BODY.clone();
        other[5]++;

        assertThat(genuine("t=1633174587,s=" + HEX, other, SIGNED)).isFalse();
        assertThat(TikTokSignature.isGenuine("t=1633174587,s=" + HEX, BODY, "another", SIGNED))
                .isFalse();
    }

    @Test
    void contentIsReadThroughItsSecondEncoding() {
        TikTokMessage message = TikTokMessage.read(BODY);

        assertThat(message)
                .isEqualTo(new TikTokMessage(
                        "ck_test", "post.publish.complete", "-000test", "v_pub_file~v2-1.1", null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"event\":7,\"client_key\":\"x\"}", "{\"event\":\"x\"}", "null"})
    void whatIsNoMessageIsNone(String body) {
        assertThat(TikTokMessage.read(body.getBytes(StandardCharsets.UTF_8))).isNull();
    }

    private static boolean genuine(String header, byte[] body, Instant now) {
        return TikTokSignature.isGenuine(header, body, SECRET, now);
    }
}
