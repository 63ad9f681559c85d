package io.postbreeze.localstack;

import io.postbreeze.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void the_local_stack_keeps_the_house_rules() {
        HouseRules.of("io.postbreeze.localstack").check();
    }
}
