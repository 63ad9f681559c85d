package io.postbreeze.sandbox.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.sandbox.state.ChunkPlan;
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
        "524288000,10000000,52",
        "4294967296,10000000,429",
        "4294967296,10475529,410",
        "158008374,5242880,30",
        "128000000,64000000,2",
        "127999999,63999999,2",
        "524288000,10280156,51",
        "64000001,9142857,7",
        "10485761,5242880,2"
    })
    void aDocumentedPlanPasses(long size, long chunk, long count) {
        assertThat(ChunkRules.violation(new ChunkPlan(size, chunk, count))).isEmpty();
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
        // Over 1000 chunks cannot be reached within 4 GiB; a chunk of nothing can.
        "4000000000,0,5,The chunk size is invalid",
        "4000000000,-1,5,The chunk size is invalid",
        "5000000,2500000,2,The chunk size is invalid",
        "127999999,64000000,1,The chunk size is invalid",
        "100,100,0,The total chunk count is invalid",
        "0,5242880,1,The video size is invalid",
        "4294967297,10000000,429,The video size is invalid"
    })
    void aBadPlanIsToldInTikToksWords(long size, long chunk, long count, String message) {
        assertThat(ChunkRules.violation(new ChunkPlan(size, chunk, count))).contains(message);
    }
}
