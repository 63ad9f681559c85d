package io.postbreeze.sandbox.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No damage to a file makes the reader fail otherwise than by its verdict, or linger. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DamagedFilesTest {
    private static final int ROUNDS = 250;
    private static final int[] LIMITS = {0x00, 0x01, 0x7f, 0x80, 0xff};

    @TempDir
    Path directory;

    static Stream<String> samples() {
        return Stream.concat(Fixture.VIDEOS.stream(), Fixture.PHOTOS.stream());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bytesOfAnyValueAnywhere(String name) throws IOException {
        Random random = new Random(name.hashCode());
        byte[] whole = Fixture.sample(name);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = whole.clone();
            int hits = 1 + random.nextInt(20);
            for (int hit = 0; hit < hits; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertSane(damaged);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void numbersAtTheirLimits(String name) throws IOException {
        Random random = new Random(name.hashCode());
        byte[] whole = Fixture.sample(name);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = whole.clone();
            int from = random.nextInt(damaged.length);
            int to = Math.min(damaged.length, from + 1 + random.nextInt(8));
            Arrays.fill(damaged, from, to, (byte) LIMITS[random.nextInt(LIMITS.length)]);
            assertSane(damaged);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anyLength(String name) throws IOException {
        byte[] whole = Fixture.sample(name);
        for (int length = 0; length < whole.length; length += 1 + whole.length / ROUNDS) {
            assertSane(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void piecesRemovedAndDoubled(String name) throws IOException {
        Random random = new Random(name.hashCode());
        byte[] whole = Fixture.sample(name);
        for (int round = 0; round < ROUNDS; round++) {
            int one = random.nextInt(whole.length);
            int other = random.nextInt(whole.length);
            assertSane(Fixture.concat(Arrays.copyOf(whole, one), Arrays.copyOfRange(whole, other, whole.length)));
        }
    }

    private void assertSane(byte[] damaged) throws IOException {
        Finding video = Fixture.video(directory, damaged);
        Finding photo = Fixture.photo(directory, damaged);

        assertThat(video.readable() && photo.readable()).isFalse();
        for (Finding finding : new Finding[] {video, photo}) {
            assertThat(finding.width()).isNotNegative();
            assertThat(finding.height()).isNotNegative();
            assertThat(finding.durationMs()).isNotNegative();
            assertThat(finding.framesPerSecond()).isNotNaN().isNotNegative();
        }
        VideoRules.failReason(video, 600);
        PhotoRules.failReason(photo, damaged.length);
    }
}
