package io.postbreeze.postapi;

import io.postbreeze.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.of("io.postbreeze.postapi")
                .pure(
                        "io.postbreeze.postapi.post.validation..",
                        "io.postbreeze.postapi.post.status..",
                        "io.postbreeze.postapi.webhook.rules..",
                        "io.postbreeze.postapi.naming..",
                        "io.postbreeze.postapi.ratelimit..")
                .check();
    }
}
