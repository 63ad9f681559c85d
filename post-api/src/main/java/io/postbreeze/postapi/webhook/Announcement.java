package io.postbreeze.postapi.webhook;

import io.postbreeze.api.PrefixedIds;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statement by which an event becomes deliveries, one per endpoint that asked for it. Written for Hibernate with
 * {@code ?1} and for the plain client with {@code $1}.
 */
final class Announcement {
    /**
     * Parameters: 1 workspace, 2 event, 3 aggregate, 4 payload, 5 now, 6 end of the tries, 7 one id per endpoint that a
     * workspace can have, joined by commas, 8 an endpoint to leave out or an empty text.
     *
     * <p>A delivery that waits for an earlier one is due when that one is: not the claim's rule (which looks for itself
     * whether an earlier one is pending) but what keeps the queue from being read again and again.
     */
    private static final String INSERT = """
            insert into webhook_deliveries
                (workspace_id, endpoint_id, id, aggregate_id, event, payload, due_at, give_up_at, created_at)
            select e.workspace_id, e.id,
                (string_to_array(cast($7 as text), ','))[cast(row_number() over (order by e.id) as integer)],
                cast($3 as text), cast($2 as text), cast($4 as text),
                case when e.status = 'ACTIVE' then coalesce(
                    (select max(d.due_at) from webhook_deliveries d where d.endpoint_id = e.id
                        and d.aggregate_id = cast($3 as text) and d.status = 'PENDING'),
                    cast(cast($5 as text) as timestamptz)) end,
                cast(cast($6 as text) as timestamptz), cast(cast($5 as text) as timestamptz)
            from webhook_endpoints e
            where e.workspace_id = cast($1 as text) and cast($2 as text) = any (e.events)
                and e.id <> cast($8 as text)""";

    private Announcement() {}

    static String forClient() {
        return INSERT;
    }

    static String forHibernate() {
        return INSERT.replace('$', '?');
    }

    /** Ids for the deliveries of one event. */
    static String ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> PrefixedIds.next("dlv"))
                .collect(Collectors.joining(","));
    }
}
