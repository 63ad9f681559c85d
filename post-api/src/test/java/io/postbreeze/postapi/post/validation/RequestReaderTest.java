package io.postbreeze.postapi.post.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

    @ParameterizedTest
    @ValueSource(strings = {Bodies.FLAT, Bodies.NESTED})
    void bothShapesSayTheSame(String body) {
        RequestReader.Reading reading = Bodies.read(body);

        assertThat(reading.broken()).isEmpty();
        PostRequest request = reading.request();
        assertThat(request.caption()).isEqualTo("Hello");
        assertThat(request.scheduledAt()).isEqualTo(Instant.parse("2026-12-24T18:00:00Z"));
        assertThat(request.mediaIds()).containsExactly("med_1");
        assertThat(request.targets().getFirst().accountId()).isEqualTo("soc_1");
        assertThat(request.targets().getFirst().options().allowComments()).isFalse();
        assertThat(request.isDraft()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"content\":\"Hello\"`, `\"content\":5`, FIELD_INVALID content",
                "`\"content\":\"Hello\"`, `\"contnet\":\"Hello\"`, UNKNOWN_FIELD contnet",
                "`\"content\":\"Hello\"`, `\"caption\":\"Hello\"`, UNKNOWN_FIELD caption",
                "`\"content\":\"Hello\"`, `\"workspaceId\":\"ws_1\"`, UNKNOWN_FIELD workspaceId",
                "`2026-12-24T18:00:00Z`, `2026-12-24 18:00`, FIELD_INVALID scheduledFor",
                "`2026-12-24T18:00:00Z`, `2026-12-24T18:00:00`, FIELD_INVALID scheduledFor",
                "`\"2026-12-24T18:00:00Z\"`, `1766599200`, FIELD_INVALID scheduledFor",
                "`[\"med_1\"]`, `\"med_1\"`, FIELD_INVALID mediaIds",
                "`[\"med_1\"]`, `[\"med_1\",7]`, FIELD_INVALID mediaIds[1]",
                "`[\"med_1\"]`, `[\"med_1\"],\"publishNow\":true`, FIELD_INVALID publishNow",
                "`[\"med_1\"]`, `[\"med_1\"],\"timezone\":\"Mars/Base\"`, FIELD_INVALID timezone",
                "`[\"med_1\"]`, `[\"med_1\"],\"timezone\":\"+02:00\"`, FIELD_INVALID timezone",
                "`Hello`, `a\\u0000b`, FIELD_INVALID content",
                "`Hello`, `a\\ud800b`, FIELD_INVALID content",
                "`[\"med_1\"]`, `[\"\\u0000\"]`, FIELD_INVALID mediaIds[0]",
                "`2026-12-24T18:00:00Z`, `+999999999-01-01T00:00:00Z`, FIELD_INVALID scheduledFor",
                "`[\"med_1\"]`, `[\"med_1\"],\"mediaAltText\":{\"med_1\":5}`, FIELD_INVALID mediaAltText.med_1",
                "`[\"med_1\"]`, `[\"med_1\"],\"mediaAltText\":[]`, FIELD_INVALID mediaAltText",
                "`\"accountId\":\"soc_1\"`, `\"accountId\":\"\"`, FIELD_REQUIRED platforms[0].accountId",
                "`\"accountId\":\"soc_1\"`, `\"accountId\":7`, FIELD_INVALID platforms[0].accountId",
                "`\"accountId\":\"soc_1\",`, ``, FIELD_REQUIRED platforms[0].accountId",
                "`\"platformOptions\":{`, `\"platformOptions\":null,\"x\":{`, UNKNOWN_FIELD platforms[0].x",
                "`\"platform\":\"TIKTOK_PERSONAL\",`, ``, FIELD_REQUIRED platforms[0].platformOptions.platform",
                "`\"PUBLIC_TO_EVERYONE\"`, `3`, FIELD_INVALID platforms[0].platformOptions.privacy",
                "`\"PUBLIC_TO_EVERYONE\"`, `\"SELF_ONLY\",\"allowComments\":\"yes\"`,"
                        + " FIELD_INVALID platforms[0].platformOptions.allowComments",
                "`\"PUBLIC_TO_EVERYONE\"`, `\"SELF_ONLY\",\"allowComment\":true`,"
                        + " UNKNOWN_FIELD platforms[0].platformOptions.allowComment"
            })
    void aSpoiltFormIsToldByPlaceAndRule(String found, String replacement, String told) {
        assertThat(Bodies.told(Bodies.read(Bodies.FLAT, found, replacement == null ? "" : replacement)
                        .broken()))
                .contains(told);
    }

    @ParameterizedTest
    @CsvSource({"PT2H, PT2H", "PT90M, PT1H30M", "P7D, PT168H", "PT1M, PT1M", "PT60.9S, PT1M"})
    void lengthsOfTimeAreReadAsIso8601(String sent, String read) {
        RequestReader.Reading reading = Bodies.read(
                Bodies.FLAT,
                "\"PUBLIC_TO_EVERYONE\"",
                "\"SELF_ONLY\",\"skipAfter\":\"%s\",\"giveUpAfter\":\"%s\"".formatted(sent, sent));

        assertThat(reading.broken()).isEmpty();
        PlatformOptions options = reading.request().targets().getFirst().options();
        assertThat(options.skipAfter()).isEqualTo(read);
        assertThat(options.giveUpAfter()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2h", "PT59S", "P8D", "-PT2H", "P1M", "PT", "PT99999999999999999999H", "7200"})
    void aLengthOfTimeThatNobodyMayWaitIsRefused(String sent) {
        assertThat(Bodies.told(Bodies.read(
                                Bodies.FLAT,
                                "\"PUBLIC_TO_EVERYONE\"",
                                "\"SELF_ONLY\",\"skipAfter\":\"%s\"".formatted(sent))
                        .broken()))
                .containsExactly("FIELD_INVALID platforms[0].platformOptions.skipAfter");
    }

    @Test
    void aPostGoesToAHundredAccountsAtMost() {
        String target = "{\"accountId\":\"soc\",\"platformOptions\":{\"platform\":\"TIKTOK_PERSONAL\"}}";
        String body = "{\"platforms\":[" + (target + ",").repeat(100) + target + "]}";

        assertThat(Bodies.told(Bodies.read(body).broken())).containsExactly("FIELD_INVALID platforms");
        assertThat(Bodies.read(body.replaceFirst(target.replace("{", "\\{") + ",", ""))
                        .broken())
                .isEmpty();
    }

    @Test
    void timesOfOtherZonesAndFinerFractionsAreUnderstood() {
        assertThat(Bodies.read(Bodies.FLAT, "18:00:00Z", "18:00:00.123456789+02:00")
                        .request()
                        .scheduledAt())
                .isEqualTo("2026-12-24T16:00:00.123456Z");
    }

    @Test
    void aMisspeltNameIsAnsweredWithTheNearest() {
        String message = Bodies.read(Bodies.FLAT, "\"content\"", "\"contnet\"")
                .broken()
                .getFirst()
                .message();

        assertThat(message).contains("content");
    }

    @Test
    void bothListsOrNoneCannotBeRead() {
        assertThat(Bodies.told(Bodies.read(Bodies.FLAT, "{\"content\"", "{\"targets\":[],\"content\"")
                        .broken()))
                .containsExactly("MUST_SPECIFY_EXACTLY_ONE platforms");
        assertThat(Bodies.told(Bodies.read("{}").broken())).containsExactly("MUST_SPECIFY_EXACTLY_ONE platforms");
        assertThat(Bodies.told(Bodies.read("{\"platforms\":[]}").broken())).containsExactly("FIELD_REQUIRED platforms");
        assertThat(Bodies.told(Bodies.read("{\"targets\":7}").broken())).containsExactly("FIELD_INVALID targets");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        RequestReader.Reading reading = Bodies.read(
                "{\"targets\":[{\"socialAccountId\":1,\"nope\":2},5],\"caption\":{},\"scheduledAt\":\"soon\"}");

        assertThat(Bodies.told(reading.broken()))
                .contains(
                        "FIELD_INVALID caption",
                        "FIELD_INVALID scheduledAt",
                        "FIELD_INVALID targets[1]",
                        "FIELD_INVALID targets[0].socialAccountId",
                        "UNKNOWN_FIELD targets[0].nope",
                        "FIELD_REQUIRED targets[0].platformOptions");
    }
}
