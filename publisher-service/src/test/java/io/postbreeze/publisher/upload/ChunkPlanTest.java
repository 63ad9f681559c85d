package io.postbreeze.publisher.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkPlanTest {
    private static final long SMALLEST_CHUNK = 5_242_880;
    private static final long LARGEST_FILE = 4L << 30;
    private static final long SEED = 20261123;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "5242879, 5242879, 1",
        "10485759, 10485759, 1",
        "10485760, 10485760, 1",
        "10485761, 5242880, 2",
        "64000001, 9142857, 7",
        "524288000, 10280156, 51",
        "4294967296, 10475529, 410"
    })
    void aFileIsSplitEvenly(long total, long chunk, int count) {
        assertThat(ChunkPlan.forFile(total)).isEqualTo(new ChunkPlan(total, chunk, count));
    }

    @Test
    void everyPlanKeepsTikToksRules() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            assertRules(1 + (long) (random.nextDouble() * LARGEST_FILE));
        }
    }

    @Test
    void plansAroundEveryBorderKeepTheRules() {
        for (long border = ChunkPlan.LARGEST_CHUNK; border < LARGEST_FILE; border += 10_484_736) {
            for (long size = border - 2; size <= border + 2; size++) {
                assertRules(size);
            }
        }
    }

    private static void assertRules(long total) {
        ChunkPlan plan = ChunkPlan.forFile(total);
        assertThat(total / plan.chunkBytes())
                .as("TikTok's own count for %d", total)
                .isEqualTo(plan.chunkCount());
        long last = total - plan.chunkBytes() * (plan.chunkCount() - 1L);
        assertThat(last).as("last chunk of %d", total).isBetween(plan.chunkBytes(), ChunkPlan.LARGEST_CHUNK);
        if (plan.chunkCount() > 1) {
            assertThat(plan.chunkBytes()).as("chunk of %d", total).isBetween(SMALLEST_CHUNK, ChunkPlan.LARGEST_CHUNK);
            assertThat(last - plan.chunkBytes()).isLessThan(plan.chunkCount());
        }
    }

    @Test
    void theChunksOfAPlanAreTheWholeFileInOrder() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            ChunkPlan plan = ChunkPlan.forFile(1 + (long) (random.nextDouble() * LARGEST_FILE));
            List<ByteRange> chunks = chunksOf(plan);
            assertThat(chunks).hasSize(plan.chunkCount());
            assertThat(chunks.getFirst().first()).isZero();
            assertThat(chunks.getLast().last()).isEqualTo(plan.totalBytes() - 1);
        }
    }

    private static List<ByteRange> chunksOf(ChunkPlan plan) {
        List<ByteRange> chunks = new ArrayList<>();
        long stored = 0;
        while (!plan.isComplete(stored)) {
            ByteRange chunk = plan.next(stored);
            assertThat(chunk.first()).isEqualTo(stored);
            chunks.add(chunk);
            stored = chunk.end();
        }
        return chunks;
    }

    @Test
    void onlyTheLastChunkMayCompleteTheFile() {
        ChunkPlan plan = ChunkPlan.forFile(64_000_001);
        List<ByteRange> chunks = chunksOf(plan);
        assertThat(chunks.subList(0, 6)).noneMatch(chunk -> plan.isLastFrom(chunk.first()));
        assertThat(plan.isLastFrom(chunks.getLast().first())).isTrue();
    }

    @Test
    void anOffsetInsideAChunkGoesOnToTheChunksEnd() {
        ChunkPlan plan = ChunkPlan.forFile(64_000_001);
        assertThat(plan.next(9_142_857 + 17)).isEqualTo(new ByteRange(9_142_857 + 17, 2 * 9_142_857 - 1));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "9142856, 9142857",
        "9142857, 9142857",
        "63999999, 63999999",
        "64000000, 64000001",
        "64000001, 64000001",
        "123, 123",
        "-5, 0",
        "99000000, 64000001"
    })
    void aReportedNumberIsReadAsCountOrAsLastIndex(long reported, long stored) {
        assertThat(ChunkPlan.forFile(64_000_001).storedBytes(reported)).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 100, 101})
    void thereIsNoChunkOutsideOfTheFile(long stored) {
        ChunkPlan plan = ChunkPlan.forFile(100);
        assertThatThrownBy(() -> plan.next(stored)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptyFileHasNoPlan() {
        assertThatThrownBy(() -> ChunkPlan.forFile(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPlanThatTikTokWouldCountDifferentlyIsNone() {
        assertThatThrownBy(() -> new ChunkPlan(100, 30, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRangeCountsBothItsEnds() {
        assertThat(new ByteRange(5, 9).length()).isEqualTo(5);
        assertThat(new ByteRange(5, 9).end()).isEqualTo(10);
        assertThatThrownBy(() -> new ByteRange(9, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
