package io.postbreeze.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells a new event from a repeated one, in the transaction of its effect: both are kept, or neither. */
@ApplicationScoped
public class Inbox {

    /** Notes the event on a Hibernate Reactive session's transaction; false when it took effect before. */
    public Uni<Boolean> firstSeen(Mutiny.Session session, String eventId) {
        return session.createNativeQuery("insert into inbox (event_id) values (?1) on conflict do nothing")
                .setParameter(1, eventId)
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /** Notes the event on a connection's transaction; false when it took effect before. */
    public Uni<Boolean> firstSeen(SqlConnection connection, String eventId) {
        return connection
                .preparedQuery("insert into inbox (event_id) values ($1) on conflict do nothing")
                .execute(Tuple.of(eventId))
                .map(rows -> rows.rowCount() == 1);
    }
}
