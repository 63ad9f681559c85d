package io.postbreeze.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every failpoint is a point of the table, and the table names no other. */
class FailpointDocumentTest {
    @Test
    void tableAndCodeNameTheSameFailpoints() throws IOException {
        String table = Files.readString(Path.of("..", "..", "docs", "crash-points.md"));
        Set<String> named = Pattern.compile("`((?:before|after) [\\w ]+)`")
                .matcher(table)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(named).containsExactlyInAnyOrderElementsOf(Disturbance.FAILPOINTS);
    }
}
