package io.postbreeze.events;

import java.util.List;

/** Kafka topics, each with the aggregate id (the post's) as record key. */
public final class Topics {
    /** What users asked for: {@link PostScheduled}. Written by post-api. */
    public static final String POSTS = "postbreeze.posts.v1";

    /** What became of each target. Written by publisher-service. */
    public static final String PUBLICATIONS = "postbreeze.publications.v1";

    /** What is known of uploaded files. Written by media-service. */
    public static final String MEDIA = "postbreeze.media.v1";

    /** Connections of social accounts. Written by post-api. */
    public static final String ACCOUNTS = "postbreeze.accounts.v1";

    /** Numbers that TikTok reports. Written by analytics-service. */
    public static final String METRICS = "postbreeze.metrics.v1";

    /** Every topic that carries events, without the dead-letter topics. */
    public static final List<String> ALL = List.of(POSTS, PUBLICATIONS, MEDIA, ACCOUNTS, METRICS);

    private Topics() {}

    /** The topic that keeps the records of {@code topic} which no consumer can read. */
    public static String deadLetter(String topic) {
        return topic + ".dlq";
    }
}
