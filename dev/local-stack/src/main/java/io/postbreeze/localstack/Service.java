package io.postbreeze.localstack;

/** The four services. */
enum Service {
    POST_API(Listener.POST_API, "post-api", "post_api"),
    MEDIA(Listener.MEDIA, "media-service", "media"),
    PUBLISHER(Listener.PUBLISHER, "publisher-service", "publisher"),
    ANALYTICS(Listener.ANALYTICS, "analytics-service", "analytics");

    private final Listener listener;
    private final String program;
    private final String database;

    Service(Listener listener, String program, String database) {
        this.listener = listener;
        this.program = program;
        this.database = database;
    }

    Listener listener() {
        return listener;
    }

    /** Module and log name. */
    String program() {
        return program;
    }

    /** Process and log name of a replica; the first one's is the service's. */
    String replica(int number) {
        return number == 1 ? program : program + "-" + number;
    }

    String database() {
        return database;
    }
}
