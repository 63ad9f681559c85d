package io.postbreeze.postapi.post.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.postapi.post.validation.MediaFacts.Finding;
import io.postbreeze.postapi.post.validation.MediaFacts.Kind;
import io.postbreeze.postapi.post.validation.MediaFacts.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ten thousand bodies: whatever they hold, the answer is a verdict with places and reasons, and always the same. */
class RulesFuzzTest {
    private static final long SEED = 20_260_602L;
    private static final int BODIES = 10_000;
    private static final Instant NOW = Instant.parse("2026-12-24T17:00:00Z");

    private static final Map<String, AccountFacts> ACCOUNTS = Map.of(
            "soc_1", account("TIKTOK_PERSONAL", true, true),
            "soc_2", account("TIKTOK_PERSONAL", true, true),
            "soc_dead", account("TIKTOK_PERSONAL", false, true),
            "soc_business", account("TIKTOK_BUSINESS", true, true),
            "soc_unaudited", account("TIKTOK_PERSONAL", true, false));

    private static final Map<String, MediaFacts> MEDIA = Map.of(
            "med_video", new MediaFacts(State.READY, Kind.VIDEO, 12_000L, null, List.of()),
            "med_photo", new MediaFacts(State.READY, Kind.PHOTO, null, null, List.of()),
            "med_announced", new MediaFacts(State.NOT_UPLOADED, null, null, null, List.of()),
            "med_rejected", new MediaFacts(State.REJECTED, null, null, null, List.of()),
            "med_large",
                    new MediaFacts(
                            State.READY,
                            Kind.VIDEO,
                            null,
                            null,
                            List.of(new Finding(PostRule.TT_MEDIA_TOO_LARGE, "Too large."))));

    @Test
    void noBodyIsTooMuchForTheRules() {
        GeneratedBodies bodies = new GeneratedBodies(SEED, sorted(ACCOUNTS.keySet()), sorted(MEDIA.keySet()));
        Set<PostRule> seen = EnumSet.noneOf(PostRule.class);
        int fine = 0;
        for (int i = 0; i < BODIES; i++) {
            Map<String, Object> body = bodies.next();
            List<Broken> broken = verdict(body);

            assertThat(verdict(body)).as("body %s twice: %s", i, body).isEqualTo(broken);
            assertThat(broken)
                    .as("body %s: %s", i, body)
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo(
                            Comparator.comparingInt(one -> -one.rule().status()))
                    .allSatisfy(one -> assertThat(one.message()).isNotBlank())
                    .allSatisfy(one -> assertThat(one.path()).matches(path -> isOf(path, body)));
            broken.forEach(one -> seen.add(one.rule()));
            fine += broken.isEmpty() ? 1 : 0;
        }

        assertThat(fine).as("bodies that are fine").isBetween(BODIES / 50, BODIES / 2);
        assertThat(seen).as("rules that were broken").hasSizeGreaterThan(20);
    }

    /** A place is in the body, or is where something is missing. */
    private static boolean isOf(String path, Map<String, Object> body) {
        return Stream.concat(
                        body.keySet().stream(), Stream.of(Shape.values()).flatMap(shape -> shape.fields().stream()))
                .anyMatch(path::startsWith);
    }

    private static List<Broken> verdict(Map<String, Object> body) {
        RequestReader.Reading reading = RequestReader.read(body);
        List<Broken> form = PostRules.checkForm(reading, NOW);
        PostRequest request = reading.request();
        if (!form.isEmpty() || request == null) {
            assertThat(form).as("a body that was not read: %s", body).isNotEmpty();
            return form;
        }
        List<Broken> broken = PostRules.check(request, ACCOUNTS, MEDIA, NOW);
        assertThat(PostWarnings.of(request, ACCOUNTS, MEDIA))
                .allSatisfy(warning -> assertThat(warning.message()).isNotBlank());
        return broken;
    }

    private static AccountFacts account(String platform, boolean connected, boolean audited) {
        return new AccountFacts(
                platform,
                connected,
                List.of("PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"),
                300L,
                Set.of("video.publish", "video.upload"),
                NOW.plusSeconds(3_600),
                audited);
    }

    /** Sets of Java have another order in every run. */
    private static List<String> sorted(Set<String> ids) {
        return ids.stream().sorted().toList();
    }
}
