package io.postbreeze.postapi.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells customers' endpoints of a change, in the transaction of the change: an event of a transaction that rolls back
 * is never sent, and one of a transaction that commits is sent at least once to every endpoint that asked for it.
 */
@ApplicationScoped
public class Webhooks {
    private static final String NO_ENDPOINT = "";

    private final WebhooksConfig config;
    private final WebhookSender sender;
    private final ObjectMapper json;
    private final Clock clock;

    Webhooks(WebhooksConfig config, WebhookSender sender, ObjectMapper json, Clock clock) {
        this.config = config;
        this.sender = sender;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Stores one delivery per endpoint of the workspace that asked for the event, in the transaction that is open on
     * the session. Call {@link #wake()} after the commit; without it the event leaves within a second.
     *
     * @param workspaceId whose endpoints
     * @param event name of the event, one of {@link WebhookEvent#wireName()}
     * @param aggregateId what the event is about, such as a post's id: deliveries of one aggregate keep the order in
     *     which they were announced, so announce while holding the aggregate's row
     * @param payload what happened; written as JSON the way the API writes it
     */
    public Uni<Void> announce(
            Mutiny.Session session, String workspaceId, String event, String aggregateId, Object payload) {
        Instant now = clock.instant();
        return session.createNativeQuery(Announcement.forHibernate())
                .setParameter(1, workspaceId)
                .setParameter(2, event)
                .setParameter(3, aggregateId)
                .setParameter(4, write(payload))
                .setParameter(5, now.toString())
                .setParameter(6, now.plus(config.keepTrying()).toString())
                .setParameter(7, Announcement.ids(config.endpointsPerWorkspace()))
                .setParameter(8, NO_ENDPOINT)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Says that a transaction with announcements was committed, so that the sender need not wait for its next look. */
    public void wake() {
        sender.wake();
    }

    private String write(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A payload must be writable", e);
        }
    }
}
