package io.postbreeze.contract;

import io.postbreeze.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void the_house_rules_hold() {
        HouseRules.of("io.postbreeze.contract").check();
    }
}
