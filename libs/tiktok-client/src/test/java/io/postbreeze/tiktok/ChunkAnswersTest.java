package io.postbreeze.tiktok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.postbreeze.tiktok.ChunkReceipt.Progress;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkAnswersTest {

    private static final ChunkRange SECOND_OF_FIVE = new ChunkRange(10_000_000, 19_999_999, 50_000_123);
    private static final ChunkRange LAST_OF_FIVE = new ChunkRange(40_000_000, 50_000_122, 50_000_123);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "bytes 0-19999999/50000123, 20000000",
        "bytes 0-20000000/50000123, 20000000",
        "bytes 0-20000000/*, 20000000",
        "bytes 0-9999999/50000123, 10000000",
        "bytes 0-10000000/50000123, 10000000",
        "bytes 0-0/50000123, 0",
        "bytes 0-29999999/50000123, 30000000",
        "bytes 0-50000122/50000123, 50000123",
        "bytes 0-50000123/50000123, 50000123",
        "bytes 0-12345678/50000123,",
        "bytes 0-70000000/50000123,",
        "bytes 0-19999999/77,",
        "bytes */50000123,",
        "bytes 5-19999999/50000123,",
        "bytes 0-99999999999999999999/50000123,",
        "nonsense,",
        "'',",
    })
    void stored_bytes_are_believed_only_on_a_border_of_the_plan(String header, Long stored) {
        assertThat(ChunkAnswers.receipt(answer(206, header), SECOND_OF_FIVE))
                .isEqualTo(new ChunkReceipt(Progress.STORED_MORE_EXPECTED, stored));
        assertThat(gap(header, SECOND_OF_FIVE).storedBytes()).isEqualTo(stored);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "bytes 0-50000122/50000123, 50000123",
        "bytes 0-39999999/50000123, 40000000",
        "bytes 0-40000000/50000123, 40000000",
        "bytes 0-29999999/50000123,",
    })
    void the_last_chunk_knows_only_its_own_borders(String header, Long stored) {
        assertThat(gap(header, LAST_OF_FIVE).storedBytes()).isEqualTo(stored);
    }

    @Test
    void created_means_that_all_bytes_are_stored() {
        assertThat(ChunkAnswers.receipt(answer(201, ""), LAST_OF_FIVE))
                .isEqualTo(new ChunkReceipt(Progress.COMPLETE, 50_000_123L));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "200, MalformedAnswer",
        "204, MalformedAnswer",
        "302, MalformedAnswer",
        "400, Rejected",
        "401, Rejected",
        "403, UploadGone",
        "404, UploadGone",
        "408, Unavailable",
        "413, Rejected",
        "416, RangeNotSatisfiable",
        "429, Throttled",
        "500, Unavailable",
        "502, Unavailable",
        "504, Unavailable",
    })
    void every_other_status_is_a_failure_of_its_kind(int status, String type) {
        TikTokException failure = catchThrowableOfType(
                TikTokException.class, () -> ChunkAnswers.receipt(answer(status, ""), SECOND_OF_FIVE));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.logId()).isEqualTo("L9");
    }

    private static TikTokException.RangeNotSatisfiable gap(String header, ChunkRange range) {
        return catchThrowableOfType(
                TikTokException.RangeNotSatisfiable.class, () -> ChunkAnswers.receipt(answer(416, header), range));
    }

    private static HttpAnswer answer(int status, String contentRange) {
        MultiMap headers =
                MultiMap.caseInsensitiveMultiMap().add("x-tt-logid", "L9").add("Content-Range", contentRange);
        return HttpAnswer.of(status, headers, Buffer.buffer());
    }
}
