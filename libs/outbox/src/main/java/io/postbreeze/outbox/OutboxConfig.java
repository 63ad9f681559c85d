package io.postbreeze.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the way from the outbox to Kafka. */
@ConfigMapping(prefix = "postbreeze.outbox")
public interface OutboxConfig {
    /** Most events carried in one go. */
    @WithDefault("200")
    int batchSize();

    /** How long ids of seen events are kept; a repeat that comes later than this would take effect again. */
    @WithDefault("14d")
    Duration inboxRetention();
}
