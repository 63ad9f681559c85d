package io.postbreeze.media;

import io.postbreeze.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class MediaHouseRulesTest {
    @Test
    void theHouseRulesHold() {
        HouseRules.of("io.postbreeze.media")
                .pure("io.postbreeze.media.inspection..")
                .check();
    }
}
