-- A disconnected account stays for its history; connecting the creator again makes a new row.
alter table social_accounts drop constraint social_accounts_external_key;
create unique index social_accounts_external_key on social_accounts (workspace_id, platform, open_id)
    where status <> 'DISCONNECTED';
alter table social_accounts add column disconnected_at timestamptz;

-- What TikTok told us by webhook, as it came: kept whether we know the event or not.
create table tiktok_messages (
    id            text        not null constraint pk_tiktok_messages primary key,
    -- A message that comes again is the same body; its signature may be a new one.
    body_sha256   text        not null constraint tiktok_messages_body_key unique,
    event         text        not null,
    open_id       text,
    body          text        not null,
    received_at   timestamptz not null
);
create index ix_tiktok_messages_received_at on tiktok_messages (received_at);
