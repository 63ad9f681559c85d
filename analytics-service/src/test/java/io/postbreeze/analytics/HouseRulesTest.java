package io.postbreeze.analytics;

import io.postbreeze.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void the_house_rules_hold() {
        HouseRules.of("io.postbreeze.analytics")
                .pure("io.postbreeze.analytics.numbers..", "io.postbreeze.analytics.plan..")
                .check();
    }
}
