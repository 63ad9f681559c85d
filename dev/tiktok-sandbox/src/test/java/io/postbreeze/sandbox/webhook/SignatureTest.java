package io.postbreeze.sandbox.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String BODY =
            "{\"client_key\":\"ck_test\",\"event\":\"post.publish.complete\",\"create_time\":1633174587,"
                    + "\"user_openid\":\"-000test\",\"content\":\"{\\\"publish_id\\\":\\\"v_pub_file~v2-1.1\\\","
                    + "\\\"publish_type\\\":\\\"DIRECT_PUBLISH\\\"}\"}";

    @Test
    void theReferenceVectorPasses() {
        assertThat(Signature.header("sandbox-secret", 1_633_174_587L, BODY))
                .isEqualTo("t=1633174587,s=62e369204e6eeca72176b38372a05c9c2bf5675616db571ead01bc1aa3721323");
    }

    @Test
    void anotherTimeIsAnotherSignature() {
        assertThat(Signature.header("sandbox-secret", 1_633_174_588L, BODY)).doesNotContain("62e369204e6e");
    }
}
