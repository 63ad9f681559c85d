package io.postbreeze.postapi.post.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/errors.md} is the catalogue; run with {@code -Dpostbreeze.docs.write=true} to write it anew. */
class ErrorsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "errors.md");
    private static final String MARK = "<!-- rules -->\n";

    @Test
    void thePageIsTheCatalogue() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(MARK);
        String expected = page.substring(0, page.indexOf(MARK)) + MARK + rules();
        if (Boolean.getBoolean("postbreeze.docs.write")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
    }

    @Test
    void everyRuleSaysWhatToDoAndHasAnAnchorOnThePage() {
        String page = rules();

        assertThat(PostRule.values()).allSatisfy(rule -> {
            String heading = rule.anchor().substring(rule.anchor().indexOf('#') + 1);
            assertThat(page).containsIgnoringCase("\n### " + heading + "\n");
            assertThat(rule.meaning()).endsWith(".");
            assertThat(rule.fix()).endsWith(".");
            assertThat(rule.status()).isIn(400, 422);
        });
    }

    private static String rules() {
        StringBuilder page =
                new StringBuilder("\n## All rules of a post\n\n| Code | Status | Meaning |\n|---|---|---|\n");
        List<PostRule> sorted = Arrays.stream(PostRule.values())
                .sorted(Comparator.comparing(PostRule::name))
                .toList();
        for (PostRule rule : sorted) {
            String anchor = rule.anchor().substring(rule.anchor().indexOf('#'));
            page.append("| [`" + rule + "`](" + anchor + ") | " + rule.status() + " | " + rule.meaning() + " |\n");
        }
        for (PostRule rule : sorted) {
            page.append("\n### " + rule + "\n\n");
            page.append(rule.meaning() + " Status " + rule.status() + ".\n\n");
            page.append("**What to do:** " + rule.fix() + "\n");
        }
        return page.toString();
    }
}
