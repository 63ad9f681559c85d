package io.postbreeze.postapi.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.events.TargetFailed;
import io.postbreeze.events.TargetPostIdentified;
import io.postbreeze.events.TargetPublished;
import io.postbreeze.events.TargetPublishing;
import io.postbreeze.postapi.post.PostTarget;
import io.postbreeze.postapi.post.status.TargetStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetChangeTest {
    private static final Instant AT = Instant.parse("2026-12-24T18:00:00Z");
    private static final Instant NOW = AT.plusSeconds(3);

    private final PostTarget target = new PostTarget();

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, SCHEDULED",
        "CLAIMED, PUBLISHING",
        "RETRY_AT, PUBLISHING",
        "OUTCOME_UNKNOWN, OUTCOME_UNKNOWN",
        "CANCELED, CANCELED",
        "IN_INBOX, IN_INBOX"
    })
    void aCheckpointSaysHowFarItIsAndWhyItWaits(String state, TargetStatus status) {
        TargetChange.apply(target, publishing(state, 1, AT.plusSeconds(60), "TikTok asked to wait."), NOW);

        assertThat(target.status).isEqualTo(status);
        assertThat(target.stage).isEqualTo("uploading");
        assertThat(target.sentBytes).isEqualTo(50);
        assertThat(target.totalBytes).isEqualTo(100);
        assertThat(target.nextAttemptAt).isEqualTo(AT.plusSeconds(60));
        assertThat(target.waitingFor).isEqualTo("TikTok asked to wait.");
        assertThat(target.attemptCount).isEqualTo(1);
        assertThat(target.lastAttemptAt).isEqualTo(AT);
        assertThat(target.publicationVersion).isEqualTo(7);
        assertThat(target.updatedAt).isEqualTo(NOW);
    }

    @Test
    void beforeTheFirstAttemptNothingWasTried() {
        TargetChange.apply(target, publishing("SCHEDULED", 0, AT, null), NOW);

        assertThat(target.lastAttemptAt).isNull();
    }

    @Test
    void aPublishedTargetWaitsForNothingAndIsComplete() {
        TargetChange.apply(target, publishing("RETRY_AT", 1, AT, "waits"), NOW);
        TargetChange.apply(target, published("7602997517160123666"), NOW);

        assertThat(target.status).isEqualTo(TargetStatus.PUBLISHED);
        assertThat(target.externalPostId).isEqualTo("7602997517160123666");
        assertThat(target.externalUrl).isEqualTo("https://t/1");
        assertThat(target.publishedAt).isEqualTo(AT);
        assertThat(target.sentBytes).isEqualTo(100);
        assertThat(target.stage).isNull();
        assertThat(target.nextAttemptAt).isNull();
        assertThat(target.waitingFor).isNull();
    }

    @Test
    void anIdThatComesLaterIsFilledInAndNothingElseChanges() {
        TargetChange.apply(target, published(null), NOW);
        TargetChange.apply(
                target,
                new TargetPostIdentified("pub_1", "post_1", "tgt_1", "ws_1", "soc_1", 9, "760", "https://t/9", AT),
                NOW);

        assertThat(target.status).isEqualTo(TargetStatus.PUBLISHED);
        assertThat(target.externalPostId).isEqualTo("760");
        assertThat(target.externalUrl).isEqualTo("https://t/9");
        assertThat(target.publishedAt).isEqualTo(AT);
        assertThat(target.publicationVersion).isEqualTo(9);
    }

    @Test
    void aFailureIsToldWithItsReasonAndALaterSuccessTakesItBack() {
        TargetChange.apply(
                target,
                new TargetFailed(
                        "pub_1", "post_1", "tgt_1", "ws_1", "soc_1", 8, "TT_SPAM_RISK", "TikTok refused.", 3, AT),
                NOW);
        assertThat(target.status).isEqualTo(TargetStatus.FAILED);
        assertThat(target.errorCode).isEqualTo("TT_SPAM_RISK");
        assertThat(target.errorMessage).isEqualTo("TikTok refused.");
        assertThat(target.attemptCount).isEqualTo(3);

        TargetChange.apply(target, publishing("CLAIMED", 4, null, null), NOW);
        assertThat(target.errorCode).isNull();
        assertThat(target.errorMessage).isNull();
    }

    private static TargetPublishing publishing(
            String state, int attempt, @Nullable Instant nextAttemptAt, @Nullable String waitingFor) {
        return new TargetPublishing(
                "pub_1",
                "post_1",
                "tgt_1",
                "ws_1",
                "soc_1",
                7,
                state,
                "uploading",
                attempt,
                50,
                100,
                nextAttemptAt,
                waitingFor,
                AT);
    }

    private static TargetPublished published(@Nullable String externalPostId) {
        String url = externalPostId == null ? null : "https://t/1";
        return new TargetPublished(
                "pub_1", "post_1", "tgt_1", "ws_1", "soc_1", 8, "v_pub_file~1", externalPostId, url, 1, AT);
    }
}
