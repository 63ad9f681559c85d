package io.postbreeze.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixedIdsTest {

    @Test
    void aNewIdIsOfItsKindAndOfNoOther() {
        String id = PrefixedIds.next("post");

        assertThat(PrefixedIds.isOf("post", id)).isTrue();
        assertThat(PrefixedIds.isOf("tgt", id)).isFalse();
    }

    @Test
    void idsGrowInTheOrderTheyAreMade() {
        List<String> ids =
                Stream.generate(() -> PrefixedIds.next("evt")).limit(1000).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post_",
                "post_01HZ",
                "post_01HZX5T2K9Q3RB6N6JZP3RYV0MX",
                "post_01hzx5t2k9q3rb6n6jzp3ryv0m",
                "post_01HZX5T2K9Q3RB6N6JZP3RYV0I",
                "../post_01HZX5T2K9Q3RB6N6JZP3RYV0M",
                "' or 1=1 --"
            })
    void whatIsNoIdIsRefused(String text) {
        assertThat(PrefixedIds.isOf("post", text)).isFalse();
    }
}
