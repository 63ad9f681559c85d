package io.postbreeze.localstack;

/** Everything of the stack that listens on a TCP port of 127.0.0.1, with its usual port. */
public enum Listener {
    /** The one door for clients. */
    GATEWAY("gateway", 8080),
    /** Posts, accounts, keys. */
    POST_API("post-api", 8081),
    /** Uploads and their facts. */
    MEDIA("media-service", 8082),
    /** Publications. */
    PUBLISHER("publisher-service", 8083),
    /** Numbers. */
    ANALYTICS("analytics-service", 8084),
    /** The local TikTok. */
    SANDBOX("tiktok-sandbox", 8090),
    /** S3 store. */
    STORE("object store", 8091),
    /** All databases. */
    POSTGRES("PostgreSQL", 15432),
    /** Broker. */
    KAFKA("Kafka", 19092),
    /** The broker's own quorum; no client uses it. */
    KAFKA_CONTROLLER("Kafka's controller", 19093);

    private final String title;
    private final int usualPort;

    Listener(String title, int usualPort) {
        this.title = title;
        this.usualPort = usualPort;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    int usualPort() {
        return usualPort;
    }

    /** Environment variable that moves it to another port. */
    public String variable() {
        return "POSTBREEZE_" + name() + "_PORT";
    }

    /** Environment variable that says how many processes of a service run. */
    String replicasVariable() {
        return "POSTBREEZE_REPLICAS_" + name();
    }
}
