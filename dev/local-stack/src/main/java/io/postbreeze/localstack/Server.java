package io.postbreeze.localstack;

/** What runs in the launcher's own process. */
public enum Server {
    /** The databases. */
    POSTGRESQL("PostgreSQL"),
    /** The topics. */
    KAFKA("Kafka"),
    /** The files. */
    STORE("The object store"),
    /** The public address. */
    GATEWAY("The gateway");

    private final String title;

    Server(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
