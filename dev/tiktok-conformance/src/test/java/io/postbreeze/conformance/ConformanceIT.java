package io.postbreeze.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule of the book, asked one after another. */
class ConformanceIT {

    @BeforeAll
    static void quick() {
        if (Target.only().hasAdmin) {
            new Stage()
                    .admin(
                            "POST",
                            "/settings",
                            new JsonObject().put("processingMs", 0).put("moderationMs", 0),
                            200);
        }
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        String only = System.getProperty("conformance.only", "");
        return Book.all().stream()
                .filter(rule -> rule.name().contains(only))
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> ask(rule)));
    }

    private static void ask(Rule rule) throws Exception {
        Target target = Target.only();
        assumeTrue(target.hasAdmin || !rule.needsAdmin(), "takes the sandbox's admin API");
        assumeTrue(target.hasAdmin || !Target.setting("ACCESS_TOKEN", "").isEmpty(), "takes a token");
        try (Stage stage = new Stage()) {
            rule.body().run(stage);
            assertThat(stage.api.seen()).as("codes answered in " + rule.name()).containsAll(rule.proves());
        }
    }
}
