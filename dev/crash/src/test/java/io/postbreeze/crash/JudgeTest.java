package io.postbreeze.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final String SHA = "abc";
    private static final long CHUNK = 6_000_000;
    private static final Disturbance KILL = new Disturbance.Kill(1, 0);
    private static final Ending.Entry POST = new Ending.Entry(true, SHA, CHUNK, 0);
    private static final Ending.Entry NO_POST = new Ending.Entry(false, "", CHUNK, 0);
    private static final TikTokFault FINAL =
            new TikTokFault("*", "fail", Map.of("failReason", "frame_rate_check_failed"));

    @Test
    void aPostThatIsThereOnceKeepsThePromise() {
        assertThat(judged("PUBLISHED", "", List.of(NO_POST, POST))).isEmpty();
    }

    @Test
    void aFailureThatTikTokMadeAndThatIsNotThereKeepsThePromise() {
        Ending ending = new Ending(subject(Subject.File.SMALL, FINAL), "FAILED", "TIKTOK_X", 0, List.of(NO_POST));
        assertThat(Judge.violations(ending, SHA, KILL)).isEmpty();
    }

    @Test
    void whatIsThereTwiceOrNotAtAllIsFound() {
        assertThat(judged("PUBLISHED", "", List.of(POST, POST)))
                .singleElement()
                .asString()
                .contains("2 times");
        assertThat(judged("PUBLISHED", "", List.of(NO_POST)))
                .singleElement()
                .asString()
                .contains("0 times");
        assertThat(judged("FAILED", "X", List.of(POST))).first().asString().contains("is on TikTok");
    }

    @Test
    void aFailureWithoutAReasonIsFound() {
        assertThat(judged("FAILED", "", List.of())).anyMatch(found -> found.contains("without saying why"));
        assertThat(judged("FAILED", "X", List.of())).anyMatch(found -> found.contains("nothing final"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUBLISHING", "SCHEDULED", "NONE"})
    void whatIsStuckIsFound(String status) {
        assertThat(judged(status, "", List.of())).singleElement().asString().contains("not come to an end");
    }

    @ParameterizedTest
    @CsvSource({"CAROUSEL, 0, 0", "CAROUSEL, 1, 1", "CAROUSEL, 2, 2", "SMALL, 0, 1"})
    void onlyPhotosThatCannotBeFoundMayStayUnknown(Subject.File file, int posts, int violations) {
        Ending.Entry photos = new Ending.Entry(true, "", 0, 0);
        Ending ending = new Ending(subject(file), "OUTCOME_UNKNOWN", "", 0, Collections.nCopies(posts, photos));
        assertThat(Judge.violations(ending, "", KILL)).hasSize(violations);
    }

    @Test
    void otherBytesAreFound() {
        Ending.Entry other = new Ending.Entry(true, "def", CHUNK, 0);
        assertThat(judged("PUBLISHED", "", List.of(other)))
                .singleElement()
                .asString()
                .contains("other bytes");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 1, 1", "1, 6000000, 0", "1, 6000001, 1", "2, 12000000, 0"})
    void anInterruptionMayCostOneChunk(int interruptions, long resent, int violations) {
        Ending.Entry entry = new Ending.Entry(true, SHA, CHUNK, resent);
        Ending ending = new Ending(subject(Subject.File.TWO_CHUNKS), "PUBLISHED", "", interruptions, List.of(entry));
        assertThat(Judge.violations(ending, SHA, KILL)).hasSize(violations);
    }

    private static List<String> judged(String status, String errorCode, List<Ending.Entry> entries) {
        return Judge.violations(new Ending(subject(Subject.File.SMALL), status, errorCode, 0, entries), SHA, KILL);
    }

    private static Subject subject(Subject.File file, TikTokFault... faults) {
        return new Subject("caption", file, 0, List.of(faults), "");
    }
}
