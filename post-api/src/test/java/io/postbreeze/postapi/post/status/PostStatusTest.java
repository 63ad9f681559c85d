package io.postbreeze.postapi.post.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostStatusTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT,                        DRAFT",
        "SCHEDULED,                    SCHEDULED",
        "SCHEDULED SCHEDULED,          SCHEDULED",
        "PUBLISHING,                   PUBLISHING",
        "SCHEDULED PUBLISHING,         PUBLISHING",
        "SCHEDULED PUBLISHED,          PUBLISHING",
        "SCHEDULED FAILED,             PUBLISHING",
        "OUTCOME_UNKNOWN,              PUBLISHING",
        "OUTCOME_UNKNOWN PUBLISHED,    PUBLISHING",
        "PUBLISHED,                    PUBLISHED",
        "PUBLISHED IN_INBOX,           PUBLISHED",
        "PUBLISHED FAILED,             PARTIALLY_PUBLISHED",
        "PUBLISHED CANCELED,           PARTIALLY_PUBLISHED",
        "FAILED,                       FAILED",
        "FAILED CANCELED,              FAILED",
        "CANCELED,                     CANCELED",
        "CANCELED CANCELED,            CANCELED"
    })
    void aPostIsWhatItsTargetsAre(String targets, PostStatus expected) {
        List<TargetStatus> statuses =
                Arrays.stream(targets.split(" ")).map(TargetStatus::valueOf).toList();

        assertThat(PostStatus.of(statuses)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, SCHEDULED",
        "CLAIMED, PUBLISHING",
        "UPLOADING, PUBLISHING",
        "RETRY_AT, PUBLISHING",
        "SNOOZED, PUBLISHING",
        "NEEDS_REAUTH, PUBLISHING",
        "OUTCOME_UNKNOWN, OUTCOME_UNKNOWN",
        "CANCELED, CANCELED",
        "A_STATE_FROM_THE_FUTURE, PUBLISHING"
    })
    void aPublicationsStateIsToldInUsersWords(String state, TargetStatus expected) {
        assertThat(TargetStatus.ofPublication(state)).isEqualTo(expected);
    }
}
