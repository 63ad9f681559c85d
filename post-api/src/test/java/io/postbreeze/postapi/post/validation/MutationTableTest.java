package io.postbreeze.postapi.post.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.postapi.post.validation.MediaFacts.Finding;
import io.postbreeze.postapi.post.validation.MediaFacts.Kind;
import io.postbreeze.postapi.post.validation.MediaFacts.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, broken one at a time, in both shapes: {@code mutations.txt} is the table. */
class MutationTableTest {
    private static final Instant NOW = Instant.parse("2026-12-24T17:00:00Z");
    private static final int FEWEST_ROWS = 150;

    /** What only a media asset's facts or a later part of the system can tell. */
    private static final Set<PostRule> WITHOUT_A_ROW =
            EnumSet.of(PostRule.MEDIA_ITEMS_UNAVAILABLE, PostRule.MEDIA_URL_INVALID);

    private static final Set<String> SCOPES = Set.of("video.publish", "video.upload");

    private static final Map<String, AccountFacts> ACCOUNTS = Map.of(
            "soc_1", account("TIKTOK_PERSONAL", true, SCOPES, true),
            "soc_dead", account("TIKTOK_PERSONAL", false, SCOPES, true),
            "soc_scopeless", account("TIKTOK_PERSONAL", true, Set.of("video.upload"), true),
            "soc_directonly", account("TIKTOK_PERSONAL", true, Set.of("video.publish"), true),
            "soc_business", account("TIKTOK_BUSINESS", true, SCOPES, true),
            "soc_unaudited", account("TIKTOK_PERSONAL", true, SCOPES, false));

    static Stream<String> rows() {
        return Stream.concat(lines().stream(), lines().stream().map(Mutations::nested));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachMutationIsToldByRuleAndPlace(String row) {
        String[] sides = row.split("=>", 2);
        String expected = sides[1].strip();
        String body = row.contains("targets") || isNested(sides) ? Bodies.NESTED : Bodies.FLAT;
        Map<String, Object> spoilt = Mutations.spoilt(body.replace("med_1", "med_video"), sides[0]);

        List<String> told = Bodies.told(check(spoilt));

        assertThat(told)
                .containsExactlyElementsOf(
                        expected.equals("fine") ? List.of() : Arrays.asList(expected.split(", ", -1)));
    }

    @Test
    void theTableIsLongAndLeavesNoRuleOut() {
        String table = String.join("\n", lines());

        assertThat(rows().count()).isGreaterThanOrEqualTo(FEWEST_ROWS);
        assertThat(PostRule.values())
                .filteredOn(rule -> !WITHOUT_A_ROW.contains(rule))
                .allSatisfy(rule -> assertThat(table).contains("=> " + rule.name() + " "));
    }

    /** Names that both shapes share leave the shape to the row's twin; both are tried. */
    private static boolean isNested(String[] sides) {
        return (sides[0] + " " + sides[1]).matches("(?s).*\\b(caption|targets|scheduledAt|draftScheduledAt)\\b.*");
    }

    private static List<Broken> check(Map<String, Object> body) {
        RequestReader.Reading reading = RequestReader.read(body);
        List<Broken> form = PostRules.checkForm(reading, NOW);
        return form.isEmpty()
                ? PostRules.check(Objects.requireNonNull(reading.request()), ACCOUNTS, media(), NOW)
                : form;
    }

    private static Map<String, MediaFacts> media() {
        Map<String, MediaFacts> media = new HashMap<>();
        for (String video : List.of("med_video", "med_video2")) {
            media.put(video, ready(Kind.VIDEO, null));
        }
        for (String photo : List.of("med_photo", "med_photo2")) {
            media.put(photo, ready(Kind.PHOTO, null));
        }
        media.put("med_announced", new MediaFacts(State.NOT_UPLOADED, null, null, null, List.of()));
        media.put("med_rejected", new MediaFacts(State.REJECTED, null, null, "This is a web page.", List.of()));
        media.put("med_large", ready(Kind.VIDEO, PostRule.TT_MEDIA_TOO_LARGE));
        media.put("med_largephoto", ready(Kind.PHOTO, PostRule.TT_MEDIA_TOO_LARGE));
        media.put("med_short", ready(Kind.VIDEO, PostRule.TT_DURATION_OUT_OF_RANGE));
        media.put("med_long", new MediaFacts(State.READY, Kind.VIDEO, 300_001L, null, List.of()));
        media.put("med_hevc", ready(Kind.VIDEO, PostRule.TT_MEDIA_FORMAT_UNSUPPORTED));
        media.put("med_slow", ready(Kind.VIDEO, PostRule.TT_FRAME_RATE_OUT_OF_RANGE));
        media.put("med_tiny", ready(Kind.VIDEO, PostRule.TT_PICTURE_SIZE_OUT_OF_RANGE));
        media.put("med_elsewhere", ready(Kind.PHOTO, PostRule.TT_DOMAIN_UNVERIFIED));
        return media;
    }

    private static MediaFacts ready(Kind kind, PostRule finding) {
        return new MediaFacts(
                State.READY,
                kind,
                kind == Kind.VIDEO ? 12_000L : null,
                null,
                finding == null ? List.of() : List.of(new Finding(finding, finding.meaning())));
    }

    private static AccountFacts account(String platform, boolean connected, Set<String> scopes, boolean audited) {
        return new AccountFacts(
                platform,
                connected,
                List.of("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"),
                300L,
                scopes,
                null,
                audited);
    }

    private static List<String> lines() {
        try (InputStream table = Objects.requireNonNull(
                MutationTableTest.class.getResourceAsStream("/mutations.txt"), "mutations.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("=>") && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
