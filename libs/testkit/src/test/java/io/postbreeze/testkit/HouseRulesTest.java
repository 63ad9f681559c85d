package io.postbreeze.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseRulesTest {
    @Test
    void the_test_kit_keeps_its_own_rules() {
        HouseRules.of("io.postbreeze.testkit").check();
    }

    @ParameterizedTest
    @CsvSource({"sleep,Sleeper", "names,PostManager", "servers,KnowsKafka"})
    void an_offence_is_named_even_in_tests(String feature, String offender) {
        assertThatThrownBy(HouseRules.of("io.postbreeze.offences." + feature)::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender);
    }

    @Test
    void a_public_type_with_tiktoks_wire_format_is_named() {
        assertThatThrownBy(HouseRules.of("io.postbreeze.tiktok.offence")::check)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("PublicWireFormat");
    }

    @ParameterizedTest
    @CsvSource({"time,ReadsTheWall", "cycle,Cycle detected", "pure,KnowsQuarkus"})
    void an_offence_in_production_code_is_named(String feature, String offender) {
        HouseRules rules = HouseRules.of("io.postbreeze.offences." + feature).pure("io.postbreeze.offences.pure..");
        assertThatThrownBy(rules::checkTestsLikeProduction)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(offender);
    }
}
