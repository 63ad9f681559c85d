package io.postbreeze.publisher.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** {@code docs/failures.md} is the tables; run with {@code -Dpostbreeze.docs.write=true} to write it anew. */
class FailuresPageTest {
    private static final Path PAGE = Path.of("..", "docs", "failures.md");
    private static final String MARK = "<!-- tables -->\n";
    private static final String HEAD = " | treatment | `errorCode` | what the user is told |\n|---|---|---|---|\n";

    @Test
    void thePageIsTheTables() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(MARK)) + MARK + tables();
        if (Boolean.getBoolean("postbreeze.docs.write")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    @Test
    void everyTreatmentIsExplained() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Treatment.values()).allSatisfy(treatment -> assertThat(page).contains("| `" + treatment + "` | "));
    }

    private static String tables() {
        StringBuilder page = new StringBuilder("\n## TikTok's codes\n\n| TikTok's code" + HEAD);
        Arrays.stream(KnownCode.values())
                .sorted(Comparator.comparing(KnownCode::code))
                .forEach(known ->
                        page.append("| `" + known.code() + "` | `" + known.treatment() + "`" + told(known.problem())));
        page.append("\n## Everything else, by what it means\n\n| meaning" + HEAD);
        for (FailureKind kind : FailureKind.values()) {
            Situation first = new Situation(Step.CHUNK, 1, 0, Instant.MAX, false, false);
            Failure failure = Failure.of(kind, "…").because("…");
            page.append("| `" + kind + "` | `" + FailurePolicy.byKind(kind, first) + "`" + told(Endings.of(failure)));
        }
        return page.toString();
    }

    private static String told(Problem problem) {
        return " | `" + problem.code() + "` | " + problem.explanation() + " |\n";
    }
}
