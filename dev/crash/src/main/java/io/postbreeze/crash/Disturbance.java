package io.postbreeze.crash;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What is done to the stack while posts go out. */
sealed interface Disturbance {
    /** How long a stopped process stays so: longer than a lease, so that its work is taken over meanwhile. */
    int LEAST_STOP_SECONDS = 10;

    int MOST_STOP_SECONDS = 30;

    /** Every place at which a failpoint can be; see {@code docs/crash-points.md}. */
    List<String> FAILPOINTS = Stream.of(
                    "intake",
                    "claim UPLOADS",
                    "claim QUESTIONS",
                    "perform ReservePlace",
                    "perform Inspect",
                    "write INITIALISING",
                    "perform OpenUpload",
                    "perform PublishPhotos",
                    "write UPLOADING",
                    "perform SendChunk",
                    "write PROCESSING",
                    "perform AskStatus",
                    "write PUBLISHED",
                    "write RETRY_AT",
                    "send")
            .flatMap(place -> Stream.of("before " + place, "after " + place))
            .toList();

    /** A process that reaches a place dies there, or stops there for a while. */
    record AtFailpoint(String name, boolean dies, int stopSeconds) implements Disturbance {}

    /** A replica is killed. */
    record Kill(int replica, int delayMillis) implements Disturbance {}

    /** A replica is stopped and goes on. */
    record Stop(int replica, int delayMillis, int stopSeconds) implements Disturbance {}

    /** A process of PostgreSQL's is killed: it drops all connections and recovers from its log. */
    record PostgresCrash(int delayMillis) implements Disturbance {}

    /** Kafka is away for a while. */
    record KafkaAway(int delayMillis, int awayMillis) implements Disturbance {}

    /** The object store is away for a while. */
    record StoreAway(int delayMillis, int awayMillis) implements Disturbance {}

    /** Any one; half of them are failpoints. */
    static Disturbance any(Random random, int replicas) {
        int delay = random.nextInt(4_000);
        int stop = random.nextInt(LEAST_STOP_SECONDS, MOST_STOP_SECONDS + 1);
        int replica = 1 + random.nextInt(replicas);
        return switch (random.nextInt(12)) {
            case 0 -> new PostgresCrash(delay);
            case 1 -> new KafkaAway(delay, random.nextInt(3_000));
            case 2 -> new StoreAway(delay, random.nextInt(6_000));
            case 3 -> new Stop(replica, delay, stop);
            case 4, 5 -> new Kill(replica, delay);
            default -> new AtFailpoint(FAILPOINTS.get(random.nextInt(FAILPOINTS.size())), random.nextInt(4) > 0, stop);
        };
    }

    /**
     * How many chunks it may cost an upload without that its timeline tells: a stopped process sends the one that it
     * was at when it goes on, and without a database nothing can be told.
     */
    default int chunksUntold() {
        return switch (this) {
            case AtFailpoint at -> at.dies() ? 0 : 1;
            case Stop ignored -> 1;
            case PostgresCrash ignored -> 1;
            case Kill ignored -> 0;
            case KafkaAway ignored -> 0;
            case StoreAway ignored -> 0;
        };
    }
}
