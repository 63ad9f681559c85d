package io.postbreeze.publisher;

import io.postbreeze.events.PostScheduled;
import io.postbreeze.events.PostTarget;
import io.postbreeze.events.PublishSettings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Schedules posts, each on an account and with a video of its own. */
@Singleton
public class Posts {
    private final KafkaTopics kafka;
    private final FakeNeighbours neighbours;

    Posts(KafkaTopics kafka, FakeNeighbours neighbours) {
        this.kafka = kafka;
        this.neighbours = neighbours;
    }

    /** A post that is ready to be scheduled, on an account of its own. */
    public Post prepared(long size) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        Post post = new Post(id, neighbours.store("med_" + id, size), "soc_" + id);
        neighbours.account(post.accountId(), post.token(), post.nextToken());
        return post;
    }

    /** A post on the same account as another one. */
    public Post alsoOn(Post other, long size) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        return new Post(id, neighbours.store("med_" + id, size), other.accountId());
    }

    /** A post of a real file on a known account. */
    public Post prepared(StoredFile file, String accountId) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        return new Post(id, neighbours.store("med_" + id, file), accountId);
    }

    public void schedule(Post post, Instant dueAt) {
        kafka.publish("evt_" + post.id(), post.event(1, dueAt));
    }

    /** One post with one target. */
    public record Post(String id, StoredFile file, String accountId) {
        private static final PublishSettings SETTINGS =
                new PublishSettings("PUBLIC_TO_EVERYONE", true, true, true, false, false, false);

        public String postId() {
            return "post_" + id;
        }

        public String targetId() {
            return "tgt_" + id;
        }

        public String token() {
            return FakeTikTok.TOKEN + id;
        }

        public String nextToken() {
            return FakeTikTok.TOKEN + "next." + id;
        }

        public PostScheduled event(long revision, Instant dueAt) {
            PostTarget target = new PostTarget(
                    targetId(),
                    accountId(),
                    "TIKTOK_PERSONAL",
                    dueAt,
                    "Caption " + revision,
                    List.of("med_" + id),
                    SETTINGS);
            return new PostScheduled(postId(), "ws_1", revision, List.of(target));
        }
    }
}
