package io.postbreeze.testkit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Also for the event contracts, which this kit depends on and whose own tests therefore cannot use it. */
class ArchitectureTest {

    @ParameterizedTest
    @ValueSource(strings = {"io.postbreeze.testkit", "io.postbreeze.events"})
    void theHouseRulesHold(String root) {
        HouseRules.of(root).check();
    }
}
