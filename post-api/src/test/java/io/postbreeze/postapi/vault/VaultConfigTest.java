package io.postbreeze.postapi.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VaultConfigTest {

    @Test
    void retiredKeysAreNamedByTheEnvironment() {
        VaultConfig config = read(Map.of(
                "POSTBREEZE_VAULT_KEY", "new", "POSTBREEZE_VAULT_KEY_ID", "k2", "POSTBREEZE_VAULT_RETIRED_K1", "old"));

        assertThat(config.key()).isEqualTo("new");
        assertThat(config.keyId()).isEqualTo("k2");
        assertThat(config.retired()).isEqualTo(Map.of("k1", "old"));
    }

    @Test
    void oneKeyIsEnough() {
        VaultConfig config = read(Map.of("POSTBREEZE_VAULT_KEY", "only"));

        assertThat(config.keyId()).isEqualTo("k1");
        assertThat(config.retired()).isEmpty();
    }

    private static VaultConfig read(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(VaultConfig.class)
                .build()
                .getConfigMapping(VaultConfig.class);
    }
}
