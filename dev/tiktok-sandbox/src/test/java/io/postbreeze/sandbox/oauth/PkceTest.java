package io.postbreeze.sandbox.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PkceTest {
    private static final String VERIFIER = "A".repeat(43);
    private static final String CHALLENGE = "0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a";

    @Test
    void theChallengeIsTheVerifiersHashInHex() {
        assertThat(Pkce.challenge(VERIFIER)).isEqualTo(CHALLENGE);
    }

    @Test
    void aChallengeMustBeAnsweredAndAVerifierAloneIsIgnored() {
        assertThat(Pkce.answers(CHALLENGE, VERIFIER)).isTrue();
        assertThat(Pkce.answers(CHALLENGE, "B".repeat(43))).isFalse();
        assertThat(Pkce.answers(CHALLENGE, null)).isFalse();
        assertThat(Pkce.answers(null, VERIFIER)).isTrue();
    }
}
