package io.postbreeze.postapi.post;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.postbreeze.postapi.post.validation.Broken;
import jakarta.enterprise.context.ApplicationScoped;

/** Every meter of post-api and its labels. */
@ApplicationScoped
public class PostApiMetrics {
    /** Posts accepted; label {@code kind}: {@code scheduled} or {@code draft}. */
    static final String CREATED = "postbreeze.posts.created";

    /** Rules that requests broke; label {@code code}: the rule. */
    static final String REFUSED = "postbreeze.posts.refused";

    /** Publication events that took effect; label {@code type}: the event. */
    static final String EVENTS = "postbreeze.publication.events.applied";

    private final MeterRegistry meters;

    PostApiMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void created(boolean scheduled) {
        counter(CREATED, "kind", scheduled ? "scheduled" : "draft");
    }

    void refused(Broken broken) {
        counter(REFUSED, "code", broken.rule().name());
    }

    /** Counts an event of publisher-service that changed a target. */
    public void applied(String type) {
        counter(EVENTS, "type", type);
    }

    private void counter(String name, String label, String value) {
        Counter.builder(name).tag(label, value).register(meters).increment();
    }
}
