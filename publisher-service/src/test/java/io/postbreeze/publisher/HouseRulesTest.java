package io.postbreeze.publisher;

import io.postbreeze.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void theModuleKeepsTheHouseRules() {
        HouseRules.of("io.postbreeze.publisher")
                .pure(
                        "io.postbreeze.publisher.publication..",
                        "io.postbreeze.publisher.upload..",
                        "io.postbreeze.publisher.failure..")
                .check();
    }
}
