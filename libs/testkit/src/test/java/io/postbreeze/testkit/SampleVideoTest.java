package io.postbreeze.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleVideoTest {
    @TempDir
    Path directory;

    @Test
    void the_sample_is_a_small_mp4_with_its_index_first() {
        assertThat(SampleVideo.bytes()).hasSizeLessThan(1_000_000);
        assertThat(boxes(SampleVideo.bytes())).startsWith("ftyp", "moov").contains("mdat");
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000, 1_000_001, 10_485_759, 10_485_761})
    void padding_gives_exactly_the_size_and_stays_a_chain_of_boxes(long size) throws Exception {
        byte[] padded = Files.readAllBytes(SampleVideo.paddedTo(size, directory.resolve("padded.mp4")));
        assertThat(padded).hasSize((int) size).startsWith(SampleVideo.bytes());
        assertThat(boxes(padded)).endsWith("free");
    }

    @Test
    void the_sample_itself_is_not_padded_and_a_size_without_room_for_a_box_is_refused() {
        int size = SampleVideo.bytes().length;
        assertThat(SampleVideo.paddedTo(size, directory.resolve("same.mp4"))).hasBinaryContent(SampleVideo.bytes());
        assertThatThrownBy(() -> SampleVideo.paddedTo(size + 7, directory.resolve("no.mp4")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_two_words_of_the_padding_are_alike() throws Exception {
        byte[] padded = Files.readAllBytes(SampleVideo.paddedTo(2_000_000, directory.resolve("padded.mp4")));
        int start = SampleVideo.bytes().length + 8;
        ByteBuffer words = ByteBuffer.wrap(Arrays.copyOfRange(padded, start, padded.length));
        Set<Long> seen = new HashSet<>();
        while (words.remaining() >= Long.BYTES) {
            assertThat(seen.add(words.getLong())).isTrue();
        }
    }

    private static List<String> boxes(byte[] mp4) {
        List<String> types = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(mp4);
        int position = 0;
        while (position < mp4.length) {
            int size = buffer.getInt(position);
            assertThat(size).isGreaterThanOrEqualTo(8);
            types.add(new String(mp4, position + 4, 4, StandardCharsets.US_ASCII));
            position += size;
        }
        assertThat(position).isEqualTo(mp4.length);
        return types;
    }
}
