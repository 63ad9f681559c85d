package io.postbreeze.sandbox.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkRulesTest {

    @ParameterizedTest
    @CsvSource({
        "1,1,1",
        "4194304,4194304,1",
        "50000123,10000000,5",
        "64000000,64000000,1",
        "64000001,10000000,6",
        "70000000,10000000,7",
        "99999999,10000000,9",
        "500000000,10000000,50",
        "524288000,10280156,51",
        "64000001,9142857,7",
        "10485761,5242880,2"
    })
    void aDocumentedPlanPasses(long size, long chunk, long count) {
        assertThat(ChunkRules.violation(size, chunk, count)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // The count is rounded up instead of down.
        "64000001,10000000,7,The total chunk count is invalid",
        // One chunk that is not the whole video.
        "70000000,64000000,1,The chunk size is invalid",
        "10000000,9000000,1,The chunk size is invalid",
        // Over the largest and under the smallest chunk.
        "200000000,64000001,3,The chunk size is invalid",
        "64000001,64000001,1,The chunk size is invalid",
        "20000000,5242879,3,The chunk size is invalid",
        // More chunks than TikTok counts.
        "4000000000,0,5,The chunk size is invalid",
        "100,100,0,The total chunk count is invalid",
        "0,5242880,1,The video size is invalid",
        "4000000001,10000000,400,The video size is invalid"
    })
    void aBadPlanIsToldInTikToksWords(long size, long chunk, long count, String message) {
        assertThat(ChunkRules.violation(size, chunk, count)).contains(message);
    }
}
