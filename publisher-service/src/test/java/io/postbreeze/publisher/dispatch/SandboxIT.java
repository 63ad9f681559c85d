package io.postbreeze.publisher.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.postbreeze.events.TargetPostIdentified;
import io.postbreeze.events.TargetPublished;
import io.postbreeze.publisher.FakeNeighbours;
import io.postbreeze.publisher.KafkaTopics;
import io.postbreeze.publisher.OutsideWorld;
import io.postbreeze.publisher.Posts;
import io.postbreeze.publisher.Posts.Post;
import io.postbreeze.publisher.Rows;
import io.postbreeze.publisher.SandboxConsent;
import io.postbreeze.publisher.StoredFile;
import io.postbreeze.testkit.KafkaResource;
import io.postbreeze.testkit.PostgresResource;
import io.postbreeze.testkit.SampleVideo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the sandbox, which checks every rule and reads every byte. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "publisher"))
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(OutsideWorld.class)
class SandboxIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Posts posts;

    @Inject
    FakeNeighbours neighbours;

    @Inject
    KafkaTopics kafka;

    @Inject
    Rows rows;

    @Inject
    Clock clock;

    @ConfigProperty(name = "test.sandbox")
    String address;

    @TempDir
    Path directory;

    @Test
    void realVideosArriveWithEveryByteAndTheirPublicIdIsTold() throws IOException {
        String account = account();
        List<Post> videos = new ArrayList<>();
        for (long size : new long[] {SampleVideo.bytes().length, 10_485_760, 10_485_761, 20_969_473, 64_000_001}) {
            Path file = SampleVideo.paddedTo(size, directory.resolve(size + ".mp4"));
            videos.add(posts.prepared(new StoredFile(size, file), account));
        }
        videos.forEach(post -> posts.schedule(post, clock.instant()));

        videos.forEach(this::awaitIdentified);

        videos.forEach(this::assertInLedger);
    }

    @Test
    void aBurstOnOneAccountStaysWithinTikToksLimits() throws IOException {
        String account = account();
        Path file = SampleVideo.paddedTo(600_000, directory.resolve("burst.mp4"));
        List<Post> burst = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            burst.add(posts.prepared(new StoredFile(600_000, file), account));
        }
        burst.forEach(post -> posts.schedule(post, clock.instant()));

        await().atMost(PATIENCE).until(() -> inState(account, "PUBLISHED") == 6 && inState(account, "SNOOZED") == 3);

        new SandboxConsent(address)
                .get("/sandbox/requests/summary")
                .fieldNames()
                .forEachRemaining(call -> assertThat(call).doesNotContain(" 429"));
    }

    private long inState(String account, String state) {
        return rows.count("select count(*) from publications where account_id = $1 and state = $2", account, state);
    }

    private String account() {
        String account = "soc_" + UUID.randomUUID();
        neighbours.account(account, new SandboxConsent(address).token());
        return account;
    }

    private void awaitIdentified(Post post) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(kafka.eventsOf(post.postId())).anyMatch(TargetPostIdentified.class::isInstance));
    }

    private void assertInLedger(Post post) {
        TargetPublished published = kafka.eventsOf(post.postId()).stream()
                .filter(TargetPublished.class::isInstance)
                .map(TargetPublished.class::cast)
                .findFirst()
                .orElseThrow();
        TargetPostIdentified identified =
                (TargetPostIdentified) kafka.eventsOf(post.postId()).getLast();
        JsonNode entries = new SandboxConsent(address).get("/sandbox/posts?publishId=" + published.publishId());
        assertThat(entries).hasSize(1);
        assertThat(entries.path(0).path("sha256").asText())
                .isEqualTo(post.file().sha256());
        assertThat(entries.path(0).path("status").asText()).isEqualTo("PUBLISH_COMPLETE");
        assertThat(entries.path(0).path("postId").asText()).isEqualTo(identified.externalPostId());
    }
}
