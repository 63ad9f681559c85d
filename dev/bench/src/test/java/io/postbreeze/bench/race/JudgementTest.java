package io.postbreeze.bench.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
    @Test
    void a_cancelled_post_is_nowhere_and_any_other_is_there_once() {
        RaceReport report = Judgement.of(List.of(new Verdict("a", 200), new Verdict("b", 409)), List.of("b", "other"));
        assertThat(report).isEqualTo(new RaceReport(1, 1, List.of()));
        assertThat(report.line()).contains("2 posts", "1 cancelled", "0 faults");
    }

    @Test
    void every_broken_promise_is_told() {
        List<Verdict> verdicts = List.of(
                new Verdict("cancelled", 200),
                new Verdict("doubled", 409),
                new Verdict("lost", 409),
                new Verdict("unclear", 502),
                new Verdict("unheard", 0));
        List<String> onTikTok = List.of("cancelled", "doubled", "doubled", "unclear");
        assertThat(Judgement.of(verdicts, onTikTok).faults())
                .hasSize(5)
                .first()
                .isEqualTo("cancelled: cancelling was answered 200, and it was posted 1 times");
    }
}
