package io.postbreeze.postapi.post.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostRulesTest {
    private static final Instant NOW = Instant.parse("2026-12-24T17:00:00Z");
    private static final AccountFacts ACCOUNT = new AccountFacts(
            "TIKTOK_PERSONAL",
            true,
            List.of("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"),
            300L,
            Set.of("video.publish", "video.upload"),
            null,
            true);
    private static final MediaFacts VIDEO =
            new MediaFacts(MediaFacts.State.READY, MediaFacts.Kind.VIDEO, 12_000L, null, List.of());
    private static final MediaFacts PHOTO =
            new MediaFacts(MediaFacts.State.READY, MediaFacts.Kind.PHOTO, null, null, List.of());

    @ParameterizedTest
    @CsvSource({"flat", "nested"})
    void theSmallestBodyBreaksNothing(String shape) {
        assertThat(check(shape.equals("flat") ? Bodies.FLAT : Bodies.NESTED, Map.of("med_1", VIDEO)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`,\n \"privacy\":\"PUBLIC_TO_EVERYONE\"`, ``, TT_PRIVACY_REQUIRED platforms[0].platformOptions.privacy",
                "`PUBLIC_TO_EVERYONE`, ``, TT_PRIVACY_REQUIRED platforms[0].platformOptions.privacy",
                "`PUBLIC_TO_EVERYONE`, `PUBLIC`, TT_PRIVACY_NOT_ALLOWED platforms[0].platformOptions.privacy",
                "`PUBLIC_TO_EVERYONE`, `FOLLOWER_OF_CREATOR`,"
                        + " TT_PRIVACY_NOT_ALLOWED platforms[0].platformOptions.privacy",
                "`\"PUBLIC_TO_EVERYONE\"`, `\"SELF_ONLY\",\"brandContentToggle\":true`,"
                        + " TT_BRANDED_PRIVATE platforms[0].platformOptions.privacy",
                "`TIKTOK_PERSONAL`, `TIKTOK_BUSINESS`, PLATFORM_MISMATCH platforms[0].platformOptions.platform",
                "`\"soc_1\"`, `\"soc_2\"`, ACCOUNT_NOT_FOUND platforms[0].accountId",
                "`\"soc_1\",`, `\"soc_1\",\"firstComment\":\"me\",`,"
                        + " TT_FIRST_COMMENT_UNSUPPORTED platforms[0].firstComment",
                "`[\"med_1\"]`, `[]`, TT_MEDIA_REQUIRED mediaIds",
                "`[\"med_1\"]`, `[\"med_2\"]`, MEDIA_NOT_FOUND mediaIds[0]",
                "`2026-12-24T18:00:00Z`, `2026-12-24T16:58:59Z`, SCHEDULED_TIME_IN_PAST scheduledFor"
            })
    void oneSpoiltThingIsToldByPlaceAndRule(String found, String replacement, String told) {
        String body = Bodies.FLAT.replaceAll("\n\\s*", "\n ").replace(found, replacement == null ? "" : replacement);

        assertThat(check(body, Map.of("med_1", VIDEO))).containsExactly(told);
    }

    @Test
    void aMinuteOfDelayIsForgiven() {
        assertThat(check(Bodies.FLAT.replace("18:00:00Z", "16:59:00Z"), Map.of("med_1", VIDEO)))
                .isEmpty();
    }

    @Test
    void lengthIsCountedInUtf16Units() {
        String emoji = "😀".repeat(1_100);

        assertThat(check(Bodies.FLAT.replace("Hello", emoji), Map.of("med_1", VIDEO)))
                .isEmpty();
        assertThat(check(Bodies.FLAT.replace("Hello", emoji + "x"), Map.of("med_1", VIDEO)))
                .containsExactly("TT_CAPTION_TOO_LONG content");
        assertThat(check(Bodies.NESTED.replace("Hello", emoji + "x"), Map.of("med_1", VIDEO)))
                .containsExactly("TT_CAPTION_TOO_LONG caption");
    }

    @Test
    void aTargetsOwnCaptionIsTheOneThatCounts() {
        String body = Bodies.FLAT
                .replace("Hello", "x".repeat(3_000))
                .replace("\"soc_1\",", "\"soc_1\",\"captionOverride\":\"short\",");

        assertThat(check(body, Map.of("med_1", VIDEO))).isEmpty();
        assertThat(check(body.replace("short", "y".repeat(2_201)), Map.of("med_1", VIDEO)))
                .containsExactly("TT_CAPTION_TOO_LONG platforms[0].captionOverride");
    }

    @Test
    void photosAndVideosDoNotMixAndOneVideoIsEnough() {
        String two = Bodies.FLAT.replace("[\"med_1\"]", "[\"med_1\",\"med_2\"]");

        assertThat(check(two, Map.of("med_1", VIDEO, "med_2", PHOTO))).containsExactly("TT_MIXED_MEDIA mediaIds");
        assertThat(check(two, Map.of("med_1", VIDEO, "med_2", VIDEO))).containsExactly("TT_TOO_MANY_VIDEOS mediaIds");
        assertThat(check(two, Map.of("med_1", PHOTO, "med_2", PHOTO))).isEmpty();
    }

    @Test
    void aFileIsRefusedForWhatMediaServiceFound() {
        MediaFacts broken = new MediaFacts(
                MediaFacts.State.READY,
                MediaFacts.Kind.VIDEO,
                601_000L,
                null,
                List.of(new MediaFacts.Finding(PostRule.TT_MEDIA_TOO_LARGE, "Too large.")));

        assertThat(check(Bodies.FLAT, Map.of("med_1", broken)))
                .containsExactly("TT_MEDIA_TOO_LARGE mediaIds[0]", "TT_DURATION_OUT_OF_RANGE mediaIds[0]");
        assertThat(check(Bodies.FLAT, Map.of("med_1", state(MediaFacts.State.NOT_UPLOADED))))
                .containsExactly("MEDIA_NOT_UPLOADED mediaIds[0]");
        assertThat(check(Bodies.FLAT, Map.of("med_1", state(MediaFacts.State.REJECTED))))
                .containsExactly("MEDIA_REJECTED mediaIds[0]");
    }

    @Test
    void whatARepairMendsIsNoReasonToRefuseWhereOneIsAskedFor() {
        List<MediaFacts.Finding> fast =
                List.of(new MediaFacts.Finding(PostRule.TT_FRAME_RATE_OUT_OF_RANGE, "120 pictures per second."));
        MediaFacts repairable =
                new MediaFacts(MediaFacts.State.READY, MediaFacts.Kind.VIDEO, 12_000L, null, fast, true);
        MediaFacts hopeless = new MediaFacts(MediaFacts.State.READY, MediaFacts.Kind.VIDEO, 12_000L, null, fast);
        String asking = Bodies.FLAT.replace("\"privacy\"", "\"autoRepair\": true, \"privacy\"");

        assertThat(check(asking, Map.of("med_1", repairable))).isEmpty();
        assertThat(check(asking, Map.of("med_1", hopeless))).containsExactly("TT_FRAME_RATE_OUT_OF_RANGE mediaIds[0]");
        assertThat(check(Bodies.FLAT, Map.of("med_1", repairable)))
                .containsExactly("TT_FRAME_RATE_OUT_OF_RANGE mediaIds[0]");
    }

    @Test
    void aCreatorsOwnLimitCounts() {
        MediaFacts long5 = new MediaFacts(MediaFacts.State.READY, MediaFacts.Kind.VIDEO, 300_001L, null, List.of());

        assertThat(check(Bodies.FLAT, Map.of("med_1", long5))).containsExactly("TT_DURATION_OUT_OF_RANGE mediaIds[0]");
    }

    @Test
    void aTargetsOwnMediaComeFirst() {
        String body = Bodies.NESTED.replace("\"soc_1\",", "\"soc_1\",\"mediaIds\":[\"med_9\"],");

        assertThat(check(body, Map.of("med_1", VIDEO))).containsExactly("MEDIA_NOT_FOUND targets[0].mediaIds[0]");
    }

    @Test
    void everyTargetIsChecked() {
        String second = ",{\"accountId\":\"soc_1\",\"platformOptions\":{\"platform\":\"TIKTOK_PERSONAL\"}}]}";
        String body = Bodies.FLAT.substring(0, Bodies.FLAT.lastIndexOf("]}")) + second;

        assertThat(check(body, Map.of("med_1", VIDEO)))
                .containsExactly(
                        "DUPLICATE_TARGET platforms[1].accountId",
                        "TT_PRIVACY_REQUIRED platforms[1].platformOptions.privacy");
    }

    @Test
    void whatTheTargetsShareIsToldOnce() {
        String second = ",{\"accountId\":\"soc_2\",\"platformOptions\":{\"platform\":\"TIKTOK_PERSONAL\","
                + "\"privacy\":\"SELF_ONLY\"}}]}";
        String body = Bodies.FLAT.substring(0, Bodies.FLAT.lastIndexOf("]}")) + second;
        Map<String, AccountFacts> both = Map.of("soc_1", ACCOUNT, "soc_2", ACCOUNT);
        RequestReader.Reading missing = Bodies.read(body.replace("Hello", "x".repeat(2_201)));
        RequestReader.Reading none = Bodies.read(body.replace("[\"med_1\"]", "[]"));

        assertThat(Bodies.told(PostRules.check(missing.request(), both, Map.of(), NOW)))
                .containsExactly("TT_CAPTION_TOO_LONG content", "MEDIA_NOT_FOUND mediaIds[0]");
        assertThat(Bodies.told(PostRules.check(none.request(), both, Map.of(), NOW)))
                .containsExactly("TT_MEDIA_REQUIRED mediaIds");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"platform\":\"TIKTOK_PERSONAL\"}`, TT_PRIVACY_REQUIRED platforms[0].platformOptions.privacy;"
                        + "UNKNOWN_FIELD nope",
                "`{}`, TT_PRIVACY_REQUIRED platforms[0].platformOptions.privacy;"
                        + "UNKNOWN_FIELD nope;FIELD_REQUIRED platforms[0].platformOptions.platform",
                "`null`, TT_PRIVACY_REQUIRED platforms[0].platformOptions.privacy;"
                        + "UNKNOWN_FIELD nope;FIELD_REQUIRED platforms[0].platformOptions",
                "`5`, UNKNOWN_FIELD nope;FIELD_INVALID platforms[0].platformOptions",
                "`{\"platform\":\"TIKTOK_PERSONAL\",\"privacy\":5}`,"
                        + " UNKNOWN_FIELD nope;FIELD_INVALID platforms[0].platformOptions.privacy",
                "`{\"platform\":\"TIKTOK_PERSONAL\",\"privcy\":\"SELF_ONLY\"}`,"
                        + " UNKNOWN_FIELD nope;UNKNOWN_FIELD platforms[0].platformOptions.privcy",
            })
    void aBrokenFormIsToldWithTheRulesThatNeedNoLookAround(String options, String told) {
        String body = "{\"nope\":1,\"mediaIds\":[\"med_1\"],\"platforms\":[{\"accountId\":\"soc_1\","
                + "\"platformOptions\":" + options + "}]}";

        assertThat(Bodies.told(PostRules.checkForm(Bodies.read(body), NOW))).containsExactly(told.split(";"));
    }

    @Test
    void whatWasWrittenButNotUnderstoodIsNotCalledMissing() {
        String body = Bodies.FLAT.replace("[\"med_1\"]", "[7]");

        assertThat(Bodies.told(PostRules.checkForm(Bodies.read(body), NOW)))
                .containsExactly("FIELD_INVALID mediaIds[0]");
        assertThat(Bodies.told(PostRules.checkForm(Bodies.read(body.replace("[7]", "[]")), NOW)))
                .isEmpty();
    }

    @Test
    void aRuleOfTikTokNamesTheAnswerBeforeATimeThatHasPassed() {
        String body = Bodies.FLAT
                .replace("2026-12-24T18:00:00Z", "2026-06-02T12:00:00Z")
                .replace("PUBLIC_TO_EVERYONE", "");

        assertThat(check(body, Map.of("med_1", VIDEO)))
                .containsExactly(
                        "TT_PRIVACY_REQUIRED platforms[0].platformOptions.privacy",
                        "SCHEDULED_TIME_IN_PAST scheduledFor");
    }

    @Test
    void aTimeThatHasPassedIsNamedWithTheTimeItIs() {
        RequestReader.Reading past = Bodies.read(Bodies.FLAT, "2026-12-24T18:00:00Z", "2026-06-02T12:00:00Z");

        assertThat(PostRules.check(past.request(), Map.of("soc_1", ACCOUNT), Map.of("med_1", VIDEO), NOW))
                .singleElement()
                .extracting(Broken::message)
                .asString()
                .contains("2026-06-02T12:00:00Z", "2026-12-24T17:00:00Z");
    }

    @Test
    void moreThan35PhotosAreCountedNotLookedFor() {
        List<String> ids = IntStream.range(0, 50).mapToObj(i -> "p" + i).toList();
        String body = Bodies.FLAT.replace("[\"med_1\"]", "[\"" + String.join("\",\"", ids) + "\"]");
        Map<String, MediaFacts> looked =
                Bodies.read(body).request().mediaToLookAt().stream().collect(Collectors.toMap(id -> id, id -> PHOTO));

        assertThat(looked).hasSize(36);
        assertThat(check(body, looked)).containsExactly("TT_TOO_MANY_PHOTOS mediaIds");
    }

    private static MediaFacts state(MediaFacts.State state) {
        return new MediaFacts(state, null, null, null, List.of());
    }

    private static List<String> check(String body, Map<String, MediaFacts> media) {
        RequestReader.Reading reading = Bodies.read(body);
        assertThat(reading.broken()).isEmpty();
        return Bodies.told(PostRules.check(reading.request(), Map.of("soc_1", ACCOUNT), media, NOW));
    }
}
