package io.postbreeze.publisher.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.postbreeze.publisher.publication.PlanDecision.Standing;
import io.postbreeze.publisher.upload.ChunkPlan;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanDecisionTest {
    private static final ChunkPlan CHUNKS = ChunkPlan.forFile(Samples.SIZE);
    private static final long LAST_CHUNK_FROM = (CHUNKS.chunkCount() - 1L) * CHUNKS.chunkBytes();

    private final PostPlan.Target target =
            new PostPlan.Target("tgt_1", "soc_1", Samples.NOW.plusSeconds(60), Samples.content("SELF_ONLY"));

    @Test
    void aTargetWithoutAPublicationIsAdded() {
        assertThat(PlanDecision.of(schedules(), List.of()).added()).containsExactly(target);
    }

    @ParameterizedTest
    @EnumSource(
            value = PublicationState.class,
            names = {"SCHEDULED", "RETRY_AT", "SNOOZED", "NEEDS_REAUTH", "CLAIMED"})
    void whatNobodyWorksOnCanBeTakenBackAndPlannedAnew(PublicationState state) {
        Publication waiting = in(state);

        assertThat(cancel(waiting, false).withdrawn()).containsExactly(waiting);
        assertThat(schedule(waiting, false).replanned()).containsExactly(new PlanDecision.Replanned(waiting, target));
    }

    @ParameterizedTest
    @EnumSource(
            value = PublicationState.class,
            names = {"CLAIMED", "INITIALISING", "UPLOADING", "PROCESSING"})
    void whatAReplicaWorksOnIsUnderWay(PublicationState state) {
        Publication busy = in(state);

        assertThat(cancel(busy, true).underWay()).containsExactly(busy);
        assertThat(cancel(busy, true).withdrawn()).isEmpty();
        assertThat(schedule(busy, true).underWay()).containsExactly(busy);
    }

    static Stream<Arguments> uploadsAtRest() {
        return Stream.of(
                Arguments.of(Samples.uploading(0), true),
                Arguments.of(Samples.uploading(Samples.SIZE), false),
                Arguments.of(Samples.uploading(LAST_CHUNK_FROM - 1), true),
                Arguments.of(Samples.uploading(LAST_CHUNK_FROM), false));
    }

    @ParameterizedTest
    @MethodSource("uploadsAtRest")
    void anUploadCanBeTakenBackUntilItsLastChunkMayHaveBeenSent(Publication upload, boolean canBeTakenBack) {
        Publication interrupted = upload.edit().state(PublicationState.RETRY_AT).done();

        assertThat(cancel(interrupted, false).withdrawn()).hasSize(canBeTakenBack ? 1 : 0);
        assertThat(cancel(interrupted, false).underWay()).hasSize(canBeTakenBack ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = PublicationState.class,
            names = {"INITIALISING", "PROCESSING"})
    void whatTikTokMayActOnIsUnderWayEvenWhenNobodyHoldsIt(PublicationState state) {
        assertThat(cancel(in(state), false).underWay()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = PublicationState.class,
            names = {"PUBLISHED", "IN_INBOX", "FAILED", "CANCELED", "OUTCOME_UNKNOWN"})
    void aCancelLeavesWhatHasEnded(PublicationState state) {
        PlanDecision decision = cancel(in(state), false);

        assertThat(decision.withdrawn()).isEmpty();
        assertThat(decision.underWay()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PublicationState.class,
            names = {"FAILED", "CANCELED"})
    void whatEndedWithoutAPostCanBeginAnew(PublicationState state) {
        assertThat(schedule(in(state), false).replanned()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = PublicationState.class,
            names = {"PUBLISHED", "IN_INBOX", "OUTCOME_UNKNOWN"})
    void whatIsOrMayBeOnTikTokIsNeverBegunAgain(PublicationState state) {
        PlanDecision decision = schedule(in(state), false);

        assertThat(decision.replanned()).isEmpty();
        assertThat(decision.underWay()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = PublicationState.class,
            names = {"PUBLISHED", "IN_INBOX", "OUTCOME_UNKNOWN"})
    void onlyWhatNobodyKnowsIsBegunAgainWhenTheUserWantsIt(PublicationState state) {
        PostPlan again = new PostPlan("ws_1", "post_1", 2, List.of(target), Set.of(), Set.of(target.targetId()));

        PlanDecision decision = PlanDecision.of(again, List.of(new Standing(in(state), false)));

        boolean unknown = state == PublicationState.OUTCOME_UNKNOWN;
        assertThat(decision.replanned()).hasSize(unknown ? 1 : 0);
        assertThat(decision.underWay()).hasSize(unknown ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource(PublicationState.class)
    void whatIsToBeLeftAloneIsLeftAlone(PublicationState state) {
        PostPlan plan = new PostPlan("ws_1", "post_1", 2, List.of(), Set.of("tgt_1"));

        PlanDecision decision = PlanDecision.of(plan, List.of(new Standing(in(state), true)));

        assertThat(decision).isEqualTo(new PlanDecision(List.of(), List.of(), List.of(), List.of()));
    }

    private PostPlan schedules() {
        return new PostPlan("ws_1", "post_1", 2, List.of(target), Set.of());
    }

    private PlanDecision schedule(Publication publication, boolean leased) {
        return PlanDecision.of(schedules(), List.of(new Standing(publication, leased)));
    }

    private static PlanDecision cancel(Publication publication, boolean leased) {
        PostPlan plan = new PostPlan("ws_1", "post_1", 2, List.of(), Set.of());
        return PlanDecision.of(plan, List.of(new Standing(publication, leased)));
    }

    private static Publication in(PublicationState state) {
        return Samples.scheduled().edit().state(state).done();
    }
}
