package io.postbreeze.media.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReadingCostTest {
    private static final long GIGABYTE = 1_000_000_000;
    private static final byte[] CLUSTER = {0x1F, 0x43, (byte) 0xB6, 0x75};

    @Test
    void aGigabyteWithTheIndexFirstCostsAFewReads() {
        byte[] start = Boxes.join(Boxes.ftyp(), tenMinutes());
        VirtualFile file = VirtualFile.sized(GIGABYTE)
                .with(0, start)
                .with(start.length, Boxes.header(GIGABYTE - start.length, "mdat"));

        expectTenMinutes(file, true);
    }

    @Test
    void aGigabyteWithTheIndexLastCostsAFewReads() {
        byte[] moov = tenMinutes();
        byte[] start = Boxes.ftyp();
        VirtualFile file = VirtualFile.sized(GIGABYTE)
                .with(0, start)
                .with(start.length, Boxes.header(GIGABYTE - moov.length - start.length, "mdat"))
                .with(GIGABYTE - moov.length, moov);

        expectTenMinutes(file, false);
    }

    @Test
    void fiveGigabytesInSixtyFourBitSizesCostAFewReads() {
        long size = 5 * GIGABYTE;
        byte[] start = Boxes.join(Boxes.ftyp(), tenMinutes());
        VirtualFile file =
                VirtualFile.sized(size).with(0, start).with(start.length, Boxes.wide(size - start.length, "mdat"));

        expectTenMinutes(file, true);
    }

    @Test
    void aLongLiveRecordingOfClustersWithoutSizesCostsOneSearchFromTheEnd() {
        byte[] live = withoutClusterSizes(VirtualFile.sample("live.webm"));
        int last = lastCluster(live);
        byte[] tail = Arrays.copyOfRange(live, last, live.length);
        VirtualFile file = VirtualFile.sized(50_000_000L + tail.length)
                .with(0, Arrays.copyOf(live, last))
                .with(50_000_000, tail);

        VideoFacts facts = (VideoFacts) MediaInspector.inspect(file).verdict();

        assertThat(facts.duration()).isBetween(Duration.ofMillis(3_900), Duration.ofMillis(4_100));
        assertThat(file.bytesRead).isLessThan(80_000);
    }

    @Test
    void aLiveRecordingWhoseEndCannotBeFoundCostsLittleToo() {
        byte[] live = withoutClusterSizes(VirtualFile.sample("live.webm"));
        VirtualFile file = VirtualFile.sized(50_000_000).with(0, live);

        Verdict verdict = MediaInspector.inspect(file).verdict();

        assertThat(((Rejection) verdict).code()).isEqualTo(RejectionCode.MEDIA_DAMAGED);
        assertThat(file.bytesRead).isLessThan(3_000_000);
    }

    private static byte[] tenMinutes() {
        byte[] moov = Boxes.moov(1080, 1920, 600, 360_000, 18_000);
        byte[] tables = Boxes.box("udta", new byte[400_000]);
        byte[] body = Arrays.copyOfRange(moov, 8, moov.length);
        return Boxes.box("moov", body, tables);
    }

    private static void expectTenMinutes(VirtualFile file, boolean faststart) {
        VideoFacts facts = (VideoFacts) MediaInspector.inspect(file).verdict();

        assertThat(facts.duration()).isEqualTo(Duration.ofMinutes(10));
        assertThat(facts.frameRate()).isEqualTo(30.0);
        assertThat(facts.faststart()).isEqualTo(faststart);
        assertThat(file.bytesRead).isLessThan(64_000);
        assertThat(file.reads).isLessThan(12);
    }

    /** As browsers record: every size of a cluster becomes "unknown" (all ones). */
    private static byte[] withoutClusterSizes(byte[] recording) {
        byte[] changed = recording.clone();
        for (int at = lastCluster(changed); at >= 0; at = clusterBefore(changed, at)) {
            int sizeLength = Integer.numberOfLeadingZeros(changed[at + 4] & 0xff) - 23;
            Arrays.fill(changed, at + 4, at + 4 + sizeLength, (byte) 0xFF);
            changed[at + 4] = (byte) (0xFF >> (sizeLength - 1));
        }
        return changed;
    }

    private static int lastCluster(byte[] file) {
        return clusterBefore(file, file.length - 3);
    }

    private static int clusterBefore(byte[] file, int end) {
        for (int at = end - 1; at >= 0; at--) {
            if (Arrays.equals(file, at, at + 4, CLUSTER, 0, 4)) {
                return at;
            }
        }
        return -1;
    }
}
