package io.postbreeze.postapi.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenVaultTest {
    private static final String OLD = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());

    private final TokenVault vault = new TokenVault("k1", Map.of("k1", OLD), new SecureRandom());

    @Test
    void whatWasSealedOpensAgainForTheSamePlace() {
        byte[] sealed = vault.seal("act.secret", "soc_1/access");

        assertThat(vault.open("k1", sealed, "soc_1/access")).isEqualTo("act.secret");
        assertThat(new String(sealed)).doesNotContain("secret");
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertThat(vault.seal("act.secret", "p")).isNotEqualTo(vault.seal("act.secret", "p"));
    }

    @Test
    void aTokenThatWasMovedToAnotherAccountDoesNotOpen() {
        byte[] sealed = vault.seal("act.secret", "soc_1/access");

        assertThatThrownBy(() -> vault.open("k1", sealed, "soc_2/access")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneChangedBitIsNoticed() {
        byte[] sealed = vault.seal("act.secret", "p");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open("k1", sealed, "p")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRetiredKeyStillOpensWhatItSealed() {
        byte[] sealed = vault.seal("act.secret", "p");
        TokenVault rotated = new TokenVault("k2", Map.of("k1", OLD, "k2", NEW), new SecureRandom());

        assertThat(rotated.open("k1", sealed, "p")).isEqualTo("act.secret");
        assertThat(rotated.keyId()).isEqualTo("k2");
        assertThatThrownBy(() -> rotated.open("k2", sealed, "p")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeyOfTheWrongLengthStopsTheStart() {
        assertThatThrownBy(() -> new TokenVault("k1", Map.of("k1", "c2hvcnQ="), new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("k1");
    }

    @Test
    void aKeyThatTheEnvironmentCannotNameStopsTheStart() {
        assertThatThrownBy(() -> new TokenVault("Key-1", Map.of("Key-1", OLD), new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Key-1");
    }
}
