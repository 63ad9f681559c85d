package io.postbreeze.postapi.apikey;

import io.postbreeze.postapi.ratelimit.RateWindow;

/**
 * The one statement that every request costs: finds the key and what it reaches, and counts the request if both windows
 * have room for it. Parameters: hash, now, burst and sustained limit, burst and sustained grain.
 *
 * <p>{@code on conflict do update} locks the key's row and looks at it as it then is, so of many at once exactly as
 * many are granted as there is room for. Who is refused changes nothing and so does not lengthen its own waiting.
 *
 * <p>The driver keeps no statement prepared that is longer than 2,048 characters, and planning this one anew costs ten
 * times its work: hence the squeezing.
 */
final class CountedKeySql {
    /**
     * Further back than this is no clock that is a little late: the windows were configured anew, or a clock was far
     * ahead. Counting starts afresh.
     */
    private static final int TOO_FAR_BACK = 1_000;

    /** How many grains have left each window, {@code b} and {@code s}, since the key's last request. */
    private static final String GONE = "(select " + gone("burst", "$5") + " b, " + gone("sustained", "$6") + " s) gone";

    static final String TEXT = """
            with caller as (
                select a.*, w.owner_user_id from api_keys a join workspaces w on w.id = a.workspace_id
                where a.sha256 = $1 and a.revoked_at is null
            ), used as (
                update api_keys set last_used_at = $2 where id in (
                    select id from caller where last_used_at is null or last_used_at + '1 minute' < $2)
            ), reached as (
                select w.id from workspaces w join caller using (owner_user_id) where access = 'FULL'
                union all
                select s.workspace_id from api_key_workspaces s join caller c on c.id = s.api_key_id
                where access = 'SCOPED'
            ), counted as (
                insert into rate_limits as k
                select id, 1, $5, array_fill(0::bigint, '{MARKS}'), $6, array_fill(0::bigint, '{MARKS}')
                from caller where not rate_limit_exempt
                on conflict (api_key_id) do update
                set (granted, burst_at, burst_marks, sustained_at, sustained_marks) = (
                    select k.granted + 1, BURST_SET, SUSTAINED_SET from GONE)
                where (select BURST_USED < coalesce(burst_limit, $3)
                    and SUSTAINED_USED < coalesce(sustained_limit, $4) from caller, GONE)
                returning k.*
            )
            select c.id, access, rate_limit_exempt, burst_limit, sustained_limit,
                array(select id from reached order by id <> c.workspace_id, id) workspace_ids,
                n.granted is not null counted, told.*
            from caller c left join counted n on true left join lateral (
                select n.* where n.granted is not null union all
                select * from rate_limits where n.granted is null and api_key_id = c.id) told on true""".replace("BURST_SET", set("burst", "b", "$5"))
            .replace("SUSTAINED_SET", set("sustained", "s", "$6"))
            .replace("BURST_USED", used("burst", "b"))
            .replace("SUSTAINED_USED", used("sustained", "s"))
            .replace("GONE", GONE)
            .replace("MARKS", Integer.toString(RateWindow.MARKS))
            .replaceAll("\\s+", " ");

    private CountedKeySql() {}

    private static String set(String window, String gone, String grain) {
        return """
                case when k.%1$s_at between %3$s and %3$s + %4$d then k.%1$s_at else %3$s end,
                (k.%1$s_marks || array_fill(k.granted, array[%2$s]))[%2$s + 1:]""".formatted(window, gone, grain, TOO_FAR_BACK);
    }

    /** What the window holds: everything granted but what had been before its oldest grain. */
    private static String used(String window, String gone) {
        return "k.granted - coalesce(k.%s_marks[%s + 1], k.granted)".formatted(window, gone);
    }

    private static String gone(String window, String grain) {
        return "least(MARKS, greatest(0, %2$s - k.%1$s_at, k.%1$s_at - %2$s - %3$d))::int"
                .formatted(window, grain, TOO_FAR_BACK);
    }
}
