package io.postbreeze.postapi.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** Keys that seal tokens at rest. */
@ConfigMapping(prefix = "postbreeze.vault")
public interface VaultConfig {
    /** The key in use: 32 bytes in base64. No default. */
    String key();

    /** Name of the key in use, lower-case letters and digits; stored beside what it sealed. */
    @WithDefault("k1")
    String keyId();

    /** Earlier keys by name, base64; they still open what they sealed. */
    Map<String, String> retired();
}
