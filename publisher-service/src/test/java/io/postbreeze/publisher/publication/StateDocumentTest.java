package io.postbreeze.publisher.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents say what the code does. */
class StateDocumentTest {
    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void everyStateHasItsRowAndNothingElseHas() throws IOException {
        Set<String> documented = matches("(?m)^\\| `([A-Z_]+)` \\|", read("state-machine.md"));
        assertThat(documented)
                .isEqualTo(
                        Arrays.stream(PublicationState.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    @Test
    void everyTransitionThatHappensIsDrawn() throws IOException {
        Set<String> drawn = matches("(?m)^ +([A-Z_]+ --> [A-Z_]+): ", read("state-machine.md"));
        assertThat(drawn).containsAll(SimulationTest.observedTransitions());
    }

    @Test
    void everyTestThatACrashPointNamesExists() throws IOException {
        Set<String> named = matches("`(\\w+(?:Test|IT)\\.\\w+)`", read("crash-points.md"));
        assertThat(named)
                .isNotEmpty()
                .allSatisfy(
                        name -> assertThat(source(name.split("\\.")[0])).contains(" " + name.split("\\.")[1] + "()"));
    }

    private static String source(String className) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            Path file = files.filter(path -> path.endsWith(className + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No " + className));
            return Files.readString(file);
        }
    }

    private static String read(String document) throws IOException {
        return Files.readString(DOCS.resolve(document));
    }

    private static Set<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
