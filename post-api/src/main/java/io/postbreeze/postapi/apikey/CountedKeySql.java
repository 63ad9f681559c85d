package io.postbreeze.postapi.apikey;

import io.postbreeze.postapi.ratelimit.RateWindow;

/**
 * The one statement that every request costs: finds the key and what it reaches, and counts the request if both windows
 * have room for it. Parameters: hash, now, burst and sustained limit, burst and sustained grain.
 *
 * <p>{@code on conflict do update} locks the key's row and looks at it as it then is, so of many at once exactly as
 * many are granted as there is room for. Who is refused changes nothing and so does not lengthen its own waiting.
 */
final class CountedKeySql {
    private static final int MARKS = RateWindow.MARKS;

    /**
     * Further back than this is no clock that is a little late: the windows were configured anew, or a clock was far
     * ahead. Counting starts afresh.
     */
    private static final int TOO_FAR_BACK = 1_000;

    static final String TEXT = """
            with caller as (
                select key.id, key.workspace_id, key.access, key.rate_limit_exempt, key.last_used_at,
                    key.burst_limit, key.sustained_limit, home.owner_user_id
                from api_keys key join workspaces home on home.id = key.workspace_id
                where key.sha256 = $1 and key.revoked_at is null
            ), used as (
                update api_keys set last_used_at = $2::timestamptz where id in (
                    select id from caller where last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')
            ), reached as (
                select workspace.id from workspaces workspace join caller using (owner_user_id) where access = 'FULL'
                union all
                select scope.workspace_id from api_key_workspaces scope join caller on caller.id = scope.api_key_id
                where access = 'SCOPED'
            ), counted as (
                insert into rate_limits as kept
                    (api_key_id, granted, burst_newest, burst_marks, sustained_newest, sustained_marks)
                select id, 1, $5::bigint, array_fill(0::bigint, array[MARKS]), $6::bigint, array_fill(0::bigint, array[MARKS])
                from caller where not rate_limit_exempt
                on conflict (api_key_id) do update set
                    granted = kept.granted + 1, BURST_SET, SUSTAINED_SET
                where BURST_USED < (select coalesce(burst_limit, $3::bigint) from caller)
                    and SUSTAINED_USED < (select coalesce(sustained_limit, $4::bigint) from caller)
                returning kept.*
            )
            select caller.id, caller.access, caller.rate_limit_exempt, caller.burst_limit, caller.sustained_limit,
                array(select id from reached order by id <> caller.workspace_id, id) as workspace_ids,
                counted.api_key_id is not null as counted, told.granted,
                told.burst_newest, told.burst_marks, told.sustained_newest, told.sustained_marks
            from caller
                left join counted on true
                left join lateral (
                    select counted.* where counted.api_key_id is not null
                    union all
                    select earlier.* from rate_limits earlier
                    where counted.api_key_id is null and earlier.api_key_id = caller.id) told on true""".replace("BURST_SET", set("burst"))
            .replace("SUSTAINED_SET", set("sustained"))
            .replace("BURST_USED", used("burst"))
            .replace("SUSTAINED_USED", used("sustained"))
            .replace("MARKS", Integer.toString(MARKS));

    private CountedKeySql() {}

    private static String set(String window) {
        return """
                WINDOW_newest = case when excluded.WINDOW_newest < kept.WINDOW_newest - %d
                    then excluded.WINDOW_newest else greatest(excluded.WINDOW_newest, kept.WINDOW_newest) end,
                WINDOW_marks = (kept.WINDOW_marks || array_fill(kept.granted, array[%s]))[%s + 1:]""".formatted(TOO_FAR_BACK, gone(window), gone(window)).replace("WINDOW", window);
    }

    /** What the window holds: everything granted but what had been before its oldest grain. */
    private static String used(String window) {
        return "kept.granted - coalesce(kept.%s_marks[%s + 1], kept.granted)".formatted(window, gone(window));
    }

    /** Grains that have left the window since the last request. */
    private static String gone(String window) {
        return "(case when excluded.WINDOW_newest < kept.WINDOW_newest - %d then MARKS else"
                        .formatted(TOO_FAR_BACK)
                        .replace("WINDOW", window)
                + " least(MARKS, greatest(0, excluded.%1$s_newest - kept.%1$s_newest)) end)::int".formatted(window);
    }
}
