package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The book itself: enough rules, no two alike, and no documented code without one. */
class BookTest {
    private final List<Rule> rules = Book.all();

    @Test
    void thereAreAtLeastTwoHundredRules() {
        assertThat(rules).hasSizeGreaterThanOrEqualTo(200);
        assertThat(rules.stream().map(Rule::name)).doesNotHaveDuplicates();
        assertThat(rules).allSatisfy(rule -> assertThat(rule.section()).matches("[0-9](\\.\\d)?( rule \\d+)?"));
    }

    @Test
    void everyDocumentedCodeIsProducedByARule() {
        Set<String> proven =
                rules.stream().flatMap(rule -> rule.proves().stream()).collect(Collectors.toSet());

        assertThat(proven).containsAll(Documented.all());
    }
}
