package io.postbreeze.postapi.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.postbreeze.api.ApiException;
import io.postbreeze.api.Violation;
import io.postbreeze.postapi.post.status.PostStatus;
import io.postbreeze.postapi.post.status.TargetStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellsTest {
    private static final Instant WHEN = Instant.parse("2099-01-01T00:00:00Z");
    private static final List<String> PIECES = List.of(
            "a", "'", "''", "\"", ",", ";", "\n", "\r\n", "\r", "\t", "=", "+", "-", "@", " ", "✨", "\\", "#", "null");

    @Test
    void aRowIsATargetAndEveryCellGoesWhereItBelongs() {
        CsvTable.Bodies bodies = read("""
                content,mediaIds,accountId,privacy,allowComments,videoCoverTimestampMs,id,status
                Hello,med_1  med_2,soc_1,SELF_ONLY,true,1500,post_1,FAILED
                """);

        assertThat(bodies.posts())
                .containsExactly(Map.of(
                        "content",
                        "Hello",
                        "platforms",
                        List.of(Map.of(
                                "accountId",
                                "soc_1",
                                "mediaIds",
                                List.of("med_1", "med_2"),
                                "platformOptions",
                                Map.of(
                                        "privacy",
                                        "SELF_ONLY",
                                        "allowComments",
                                        true,
                                        "videoCoverTimestampMs",
                                        1500L)))));
        assertThat(bodies.rows()).containsExactly(List.of(2));
    }

    @Test
    void emptyLinesAreCountedAndMeanNothing() {
        assertThat(read("\r\n\r\ncontent,accountId\r\n\r\na,1\r\n\r\n\r\nb,2\r\n\r\n")
                        .rows())
                .containsExactly(List.of(5), List.of(8));
    }

    @Test
    void noKeyIsEverTheSameAsAnother() {
        assertThat(read("postKey,content\n,a\n:1,b\nrow 1,c\n,d\n").rows()).hasSize(4);
    }

    @Test
    void rowsOfOnePostMustNotContradictEachOther() {
        assertThatThrownBy(
                        () -> read("postKey,content,scheduledFor\nk,a,2099-01-01T00:00:00Z\nk,a,2099-01-02T00:00:00Z"))
                .asInstanceOf(type(ApiException.class))
                .extracting(refused -> refused.details().getFirst().path())
                .isEqualTo("row 3, scheduledFor");
        assertThat(read("postKey,content\nk,a\nk,\nk,a").rows()).containsExactly(List.of(2, 3, 4));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'content,privcy'|header|Did you mean privacy?",
                "'content;privacy'|header|There is no column",
                "'content,content'|header|there twice",
                "'content,'|header|There is no column",
                "'content'|header|at least one row",
            })
    void headersThatSayNothingAreRefused(String header, String path, String message) {
        assertThatThrownBy(() -> read(header + "\n" + (message.contains("row") ? "" : "a,b")))
                .hasMessageContaining(message)
                .asInstanceOf(type(ApiException.class))
                .extracting(refused -> refused.details().getFirst().path())
                .isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n\"open", "a\n\"b\"c", "a\nb,c", "a\n\"b\"\"", "\"", "a\n\"b\nc,"})
    void brokenLinesAreNamed(String table) {
        assertThatThrownBy(() -> read(table.replaceFirst("^a", "content")))
                .asInstanceOf(type(ApiException.class))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("CSV_INVALID"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "content|row 4, content",
                "mediaIds[3]|row 4, mediaIds",
                "scheduledFor|row 4, scheduledFor",
                "platforms|row 4",
                "platforms[0].accountId|row 4, accountId",
                "platforms[1].platformOptions.privacy|row 7, privacy",
                "platforms[1].platformOptions|row 7",
                "platforms[1].mediaIds[2]|row 7, mediaIds",
                "platforms[1]|row 7",
                "platforms[9].accountId|row 7, accountId",
                "|row 4",
            })
    void placesAreToldAsRowsAndColumns(String path, String place) {
        Violation told = new Violation(path == null ? "" : path, "CODE", "Why.", "Fix.", "/docs");

        assertThat(CsvPath.inTable(told, List.of(4, 7)))
                .isEqualTo(new Violation(place, "CODE", "Why.", "Fix.", "/docs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''=1", "'''-", "\n=1"})
    void formulasAreGuardedAndComeBackWhole(String cell) {
        assertThat(CsvGuard.guarded(cell)).isEqualTo("'" + cell);
        assertThat(CsvGuard.unguarded(CsvGuard.guarded(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "'tis", "a=b", " =1", "''"})
    void otherCellsStayAsTheyAre(String cell) {
        assertThat(CsvGuard.guarded(cell)).isEqualTo(cell);
        assertThat(CsvGuard.unguarded(cell)).isEqualTo(cell);
    }

    @Test
    void everyTextComesBackWholeAndNoCellIsAFormula() {
        SplittableRandom random = new SplittableRandom(20_261_123L);
        for (int i = 0; i < 5_000; i++) {
            String caption = text(random);
            String written = CsvTable.write(List.of(post(caption)));

            CsvTable.Bodies read = read(written);

            assertThat(read.posts()).as(written).hasSize(1);
            assertThat(read.posts().getFirst().getOrDefault("content", ""))
                    .as(written)
                    .isEqualTo(caption);
            assertThat(CsvGuard.guarded(caption)).doesNotMatch("(?s)[=+@\\t\\r\\n-].*");
        }
    }

    private static String text(SplittableRandom random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    private static PostView post(String caption) {
        Post post = new Post();
        post.id = "post_1";
        post.workspaceId = "ws_1";
        post.status = PostStatus.SCHEDULED;
        post.caption = caption;
        post.scheduledAt = WHEN;
        post.mediaIds = "[\"med_1\"]";
        post.mediaAltText = "{}";
        PostTarget target = new PostTarget();
        target.id = "tgt_1";
        target.postId = post.id;
        target.socialAccountId = "soc_1";
        target.status = TargetStatus.SCHEDULED;
        target.platformOptions = "{\"privacy\":\"SELF_ONLY\"}";
        target.mediaIds = "[]";
        target.scheduledFor = WHEN;
        return PostView.of(post, List.of(target));
    }

    private static CsvTable.Bodies read(String table) {
        return CsvTable.read(table.getBytes(StandardCharsets.UTF_8));
    }
}
