package io.postbreeze.publisher.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.postbreeze.publisher.OutsideWorld;
import io.postbreeze.publisher.Rows;
import io.postbreeze.publisher.publication.Effect;
import io.postbreeze.publisher.publication.Publication;
import io.postbreeze.publisher.publication.PublicationMachine;
import io.postbreeze.publisher.publication.PublicationState;
import io.postbreeze.publisher.publication.Transition;
import io.postbreeze.publisher.publication.Transition.Write;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Works in a future that the application's own dispatcher never sees. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "publisher"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(OutsideWorld.class)
class ClaimIT {
    private static final Instant DUE = Instant.parse("2100-01-01T00:00:00Z");
    private static final Instant LEASE_END = DUE.plusSeconds(9);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    Claims claims;

    @Inject
    Checkpoints checkpoints;

    @Inject
    PublicationMachine machine;

    @Inject
    Rows rows;

    private final String account = "soc_" + UUID.randomUUID();

    @BeforeEach
    void nothingElseIsScheduled() {
        rows.execute("delete from publications");
    }

    @Test
    void twoClaimersTakeDisjointRows() {
        for (int i = 0; i < 40; i++) {
            insert(account + i, "SCHEDULED", DUE, null);
        }

        List<Uni<List<Claimed>>> together = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            together.add(claims.claim("replica-" + i, Lane.UPLOADS, DUE, LEASE_END, 5, 5, Set.of()));
        }
        List<String> taken = Uni.join().all(together).andFailFast().await().atMost(PATIENCE).stream()
                .flatMap(List::stream)
                .map(claimed -> claimed.publication().key().publicationId())
                .toList();

        assertThat(taken).doesNotHaveDuplicates();
        assertThat(claim("late", DUE, 40)).hasSize(40 - taken.size());
    }

    @Test
    void nothingIsClaimedBeforeItIsDue() {
        insert(account, "SCHEDULED", DUE.plusMillis(1), null);

        assertThat(claim("replica", DUE, 10)).isEmpty();
        assertThat(claims.nextAfter(DUE.minusSeconds(1)).await().atMost(PATIENCE))
                .contains(DUE.plusMillis(1));
    }

    @Test
    void anEndedLeaseIsTakenOver() {
        insert(account, "UPLOADING", DUE, "dead-replica");

        assertThat(claim("replica", DUE.minusMillis(1), 10)).isEmpty();
        List<Claimed> taken = claim("replica", DUE, 10);

        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().takenOver()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = PublicationState.class,
            names = {
                "SCHEDULED",
                "RETRY_AT",
                "SNOOZED",
                "NEEDS_REAUTH",
                "CLAIMED",
                "INITIALISING",
                "UPLOADING",
                "PROCESSING",
                "PUBLISHED",
                "IN_INBOX"
            })
    void theClaimsSqlDoesWhatTheMachineSays(PublicationState state) {
        String id = insert(account, state.name(), DUE, null);
        Publication before = PublicationRow.read(rows.publication("post_" + id)).atVersion(1);
        Lane lane = Set.of(PublicationState.PROCESSING, PublicationState.PUBLISHED, PublicationState.IN_INBOX)
                        .contains(state)
                ? Lane.QUESTIONS
                : Lane.UPLOADS;

        Publication after = claims.claim("replica", lane, DUE, DUE, 1, 1, Set.of())
                .await()
                .atMost(PATIENCE)
                .getFirst()
                .publication();

        assertThat(after).isEqualTo(machine.claim(before));
    }

    @Test
    void aStaleLeaseCannotWrite() {
        insert(account, "SCHEDULED", DUE, null);
        Publication slow = claim("slow", DUE, 1).getFirst().publication();
        Publication quick = claim("quick", LEASE_END, 1).getFirst().publication();

        assertThatThrownBy(() -> write("slow", slow)).isInstanceOf(LeaseLostException.class);
        Publication written = write("quick", quick);

        assertThat(written.version()).isEqualTo(quick.version() + 1);
        assertThatThrownBy(() -> write("quick", quick))
                .as("the same version twice")
                .isInstanceOf(LeaseLostException.class);
        assertThat(claims.renew("slow", List.of(slow.key()), LEASE_END).await().atMost(PATIENCE))
                .isEmpty();
        assertThat(claims.renew("quick", List.of(quick.key()), LEASE_END)
                        .await()
                        .atMost(PATIENCE))
                .containsExactly(quick.key().publicationId());
    }

    @Test
    void aReleasedLeaseIsFreeAtOnce() {
        insert(account, "SCHEDULED", DUE, null);
        Publication held = claim("leaving", DUE, 1).getFirst().publication();

        claims.release("leaving", List.of(held.key()), DUE.plusSeconds(1))
                .await()
                .atMost(PATIENCE);

        List<Claimed> taken = claim("staying", DUE.plusSeconds(1), 1);
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().takenOver()).isFalse();
        assertThatThrownBy(() -> write("leaving", held)).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void oneAccountsBacklogDoesNotHoldUpTheOthers() {
        for (int i = 0; i < 500; i++) {
            insert(account, "SCHEDULED", DUE, null);
        }
        insert(account + "-other", "SCHEDULED", DUE.plusMillis(1), null);

        List<Claimed> first = claims.claim("replica", Lane.UPLOADS, DUE.plusSeconds(1), LEASE_END, 8, 4, Set.of())
                .await()
                .atMost(PATIENCE);

        assertThat(first)
                .extracting(one -> one.publication().key().accountId())
                .containsExactlyInAnyOrder(account, account + "-other");
        assertThat(claim("another", DUE.plusSeconds(1), 8)).isEmpty();
    }

    @Test
    void anAccountThatHasEnoughUnderWayIsLeftAlone() {
        insert(account, "SCHEDULED", DUE, null);

        assertThat(claims.claim("replica", Lane.UPLOADS, DUE.plusSeconds(1), LEASE_END, 8, 4, Set.of(account))
                        .await()
                        .atMost(PATIENCE))
                .isEmpty();
    }

    /** Who is due later waits while an earlier one could begin or is being sent, and no longer. */
    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, 0, false",
        "CLAIMED, 9000, false",
        "INITIALISING, 9000, false",
        "SNOOZED, 0, false",
        "SNOOZED, 60000, true",
        "RETRY_AT, 60000, true",
        "NEEDS_REAUTH, 60000, true",
        "PROCESSING, 0, true",
        "FAILED, 0, true",
        "OUTCOME_UNKNOWN, 0, true"
    })
    void postsOfAnAccountTakeTurns(String earlier, long wakesAfterMillis, boolean isClaimed) {
        Instant now = DUE.plusSeconds(1);
        insert(account, earlier, DUE, "another");
        rows.execute(
                "update publications set wake_at = $2 where account_id = $1",
                account,
                now.plusMillis(wakesAfterMillis).atOffset(ZoneOffset.UTC));
        insert(account, "SCHEDULED", DUE.plusMillis(1), null);

        List<Instant> claimed = claim("replica", now, 8).stream()
                .map(one -> one.publication().dueAt())
                .toList();

        assertThat(claimed.contains(DUE.plusMillis(1))).isEqualTo(isClaimed);
    }

    @Test
    void questionsDoNotQueueBehindUploads() {
        insert(account, "SCHEDULED", DUE, null);
        insert(account, "PROCESSING", DUE, null);

        List<Claimed> questions = claims.claim("replica", Lane.QUESTIONS, DUE, LEASE_END, 9, 9, Set.of())
                .await()
                .atMost(PATIENCE);

        assertThat(questions).extracting(one -> one.publication().state()).containsExactly(PublicationState.PROCESSING);
    }

    private List<Claimed> claim(String owner, Instant now, int most) {
        return claims.claim(owner, Lane.UPLOADS, now, now.plusSeconds(9), most, most, Set.of())
                .await()
                .atMost(PATIENCE);
    }

    private Publication write(String owner, Publication publication) {
        Transition transition = new Transition(
                publication, new Effect.Inspect(), Write.ANNOUNCED, new Transition.Line("x", null, null));
        return checkpoints
                .write(owner, transition, LEASE_END, LEASE_END)
                .await()
                .atMost(PATIENCE);
    }

    private String insert(String accountId, String state, Instant wakeAt, String owner) {
        String id = UUID.randomUUID().toString();
        rows.insert(id, accountId, state, wakeAt, owner);
        return id;
    }
}
