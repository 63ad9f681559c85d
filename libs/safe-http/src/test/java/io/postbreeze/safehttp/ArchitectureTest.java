package io.postbreeze.safehttp;

import io.postbreeze.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.of("io.postbreeze.safehttp").check();
    }
}
