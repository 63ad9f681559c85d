package io.postbreeze.postapi.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.api.ApiException;
import io.postbreeze.postapi.post.status.PostStatus;
import io.postbreeze.postapi.post.status.TargetStatus;
import io.postbreeze.postapi.post.validation.PlatformOptions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
    private static final Instant AT = Instant.parse("2026-12-24T18:00:00Z");

    @Test
    void rowsThatShareAKeyAreOnePost() {
        CsvTable.Bodies bodies = read("""
                postKey,content,scheduledFor,accountId,platform,privacy,allowComments,photoCoverIndex,mediaIds
                a,"Hello, ""world""
                again",2026-12-24T18:00:00Z,soc_1,TIKTOK_PERSONAL,SELF_ONLY,true,2,med_1 med_2
                ,Alone,,soc_1,TIKTOK_PERSONAL,SELF_ONLY,maybe,x,med_3
                a,,,soc_2,TIKTOK_BUSINESS,,false,,
                """);

        assertThat(bodies.rows()).containsExactly(List.of(2, 4), List.of(3));
        assertThat(bodies.posts().getFirst())
                .containsEntry("content", "Hello, \"world\"\nagain")
                .containsEntry("scheduledFor", "2026-12-24T18:00:00Z")
                .containsEntry(
                        "platforms",
                        List.of(
                                Map.of(
                                        "accountId",
                                        "soc_1",
                                        "mediaIds",
                                        List.of("med_1", "med_2"),
                                        "platformOptions",
                                        Map.of(
                                                "platform",
                                                "TIKTOK_PERSONAL",
                                                "privacy",
                                                "SELF_ONLY",
                                                "allowComments",
                                                true,
                                                "photoCoverIndex",
                                                2L)),
                                Map.of(
                                        "accountId",
                                        "soc_2",
                                        "platformOptions",
                                        Map.of("platform", "TIKTOK_BUSINESS", "allowComments", false))));
        assertThat(bodies.posts().getLast().toString())
                .as("what fits no type stays text, for the rules to refuse in its place")
                .contains("allowComments=maybe")
                .contains("photoCoverIndex=x");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreFine() {
        assertThat(read("\uFEFFcontent,accountId\r\nHi,soc_1\r\n").posts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                           | header | Send a header",
                "content                      | header | at least one row",
                "content,privcy\\nHi,x         | header | Did you mean privacy?",
                "content,content\\nHi,x        | header | twice",
                "content\\nHi,x                | row 2  | more cells",
                "content\\n\"open              | row 2  | quote"
            })
    void whatIsNoTableIsRefusedInItsPlace(String table, String path, String message) {
        assertThatThrownBy(() -> read(table.replace("\\n", "\n")))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.code()).isEqualTo("CSV_INVALID");
                    assertThat(refused.details().getFirst().path()).isEqualTo(path);
                    assertThat(refused.explanation()).contains(message);
                });
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        assertThatThrownBy(() -> CsvTable.read(new byte[] {'c', (byte) 0xC3, (byte) 0x28}))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "=1+1",
                "+49",
                "-5",
                "@mention",
                "'quoted",
                "'=1+1",
                "''=1",
                "a,b",
                "say \"hi\"",
                "two\nlines",
                "ünï ✨"
            })
    void whatIsExportedComesBackAndIsNoFormula(String caption) {
        String table = CsvTable.write(List.of(post(caption)));

        assertThat(table.lines().skip(1)).noneMatch(line -> line.matches(".*(^|,)\"?[=+@-].*"));
        assertThat(read(table).posts().getFirst()).containsEntry("content", caption);
    }

    private static PostView.Target target() {
        PlatformOptions options = new PlatformOptions(
                "TIKTOK_PERSONAL",
                "SELF_ONLY",
                true,
                false,
                false,
                false,
                false,
                false,
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                null,
                null);
        return new PostView.Target(
                "tgt_1",
                "post_1",
                "soc_1",
                TargetStatus.SCHEDULED,
                null,
                new PostView.Progress(0, 0),
                null,
                null,
                null,
                options,
                List.of("med_1"),
                AT,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                AT,
                AT);
    }

    private static PostView post(String caption) {
        return new PostView(
                "post_1",
                "ws_1",
                PostStatus.SCHEDULED,
                caption,
                AT,
                null,
                true,
                true,
                AT,
                AT,
                null,
                1,
                List.of(target()),
                List.of(),
                List.of());
    }

    private static CsvTable.Bodies read(String table) {
        return CsvTable.read(table.getBytes(StandardCharsets.UTF_8));
    }
}
