package io.postbreeze.postapi.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyGeneratorTest {
    private static final String KEY = "pb_live_0123456789abcdefghijABCDEFGHIJ01";

    @Test
    void keysHaveTheShapeThatIsCheckedAndNeverRepeat() {
        KeyGenerator generator = new KeyGenerator(new SecureRandom());
        Set<String> seen = new HashSet<>();

        for (int i = 0; i < 1_000; i++) {
            seen.add(KeyGenerator.checked(generator.next()));
        }

        assertThat(seen).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pb_live_",
                "pb_test_0123456789abcdefghijABCDEFGHIJ01",
                "pb_live_0123456789abcdefghijABCDEFGHIJ0",
                "pb_live_0123456789abcdefghijABCDEFGHIJ012",
                "pb_live_0123456789abcdefghijABCDEFGHIJ-1",
                " pb_live_0123456789abcdefghijABCDEFGHIJ01"
            })
    void whatIsNotShapedLikeAKeyStopsTheStartWithoutBeingRepeated(String wrong) {
        assertThatThrownBy(() -> KeyGenerator.checked(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("postbreeze.bootstrap.api-key must be pb_live_ and 32 letters or digits");
    }

    @Test
    void onlyTheFirstEightCharactersAreShown() {
        assertThat(KeyGenerator.shownPrefix(KEY)).isEqualTo("01234567");
    }
}
