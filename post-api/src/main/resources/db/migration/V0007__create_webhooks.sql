-- Where a workspace wants to be told what happens.
create table webhook_endpoints (
    workspace_id         text        not null constraint fk_webhook_endpoints_workspace references workspaces,
    id                   text        not null constraint pk_webhook_endpoints primary key,
    url                  text        not null,
    events               text[]      not null,
    description          text,
    -- Values of extra headers are often secrets, so the JSON object of them is sealed as a whole.
    header_names         text[]      not null,
    headers_key_id       text        not null,
    headers_sealed       bytea       not null,
    secret_key_id        text        not null,
    secret_sealed        bytea       not null,
    old_secret_key_id    text,
    old_secret_sealed    bytea,
    old_secret_until     timestamptz,
    status               text        not null,
    paused_at            timestamptz,
    pause_reason         text,
    failures_in_row      integer     not null default 0,
    failing_since        timestamptz,
    created_at           timestamptz not null,
    updated_at           timestamptz not null,
    constraint ck_webhook_endpoints_status check (status in ('ACTIVE', 'PAUSED'))
);
create index ix_webhook_endpoints_workspace on webhook_endpoints (workspace_id, id);

-- One event for one endpoint. The table is the queue: due_at says when it is to be looked at next, which is the end of
-- the lease while it is being sent, and nothing while its endpoint is paused.
create table webhook_deliveries (
    workspace_id         text        not null,
    endpoint_id          text        not null
        constraint fk_webhook_deliveries_endpoint references webhook_endpoints on delete cascade,
    id                   text        not null constraint pk_webhook_deliveries primary key,
    -- Order of events; a later one of the same endpoint and aggregate waits for the earlier one.
    place                bigint      generated always as identity,
    aggregate_id         text        not null,
    event                text        not null,
    payload              text        not null,
    status               text        not null default 'PENDING',
    attempts             integer     not null default 0,
    due_at               timestamptz,
    give_up_at           timestamptz not null,
    lease_owner          text,
    last_attempt_at      timestamptz,
    response_status      integer,
    response_body        text,
    duration_ms          integer,
    error                text,
    created_at           timestamptz not null,
    constraint ck_webhook_deliveries_status check (status in ('PENDING', 'DELIVERED', 'EXHAUSTED'))
);
create index ix_webhook_deliveries_due on webhook_deliveries (due_at) where status = 'PENDING';
create index ix_webhook_deliveries_order on webhook_deliveries (endpoint_id, aggregate_id, place)
    where status = 'PENDING';
create index ix_webhook_deliveries_leased on webhook_deliveries (endpoint_id) where lease_owner is not null;
create index ix_webhook_deliveries_log on webhook_deliveries (endpoint_id, id);
create index ix_webhook_deliveries_ended on webhook_deliveries (created_at) where status <> 'PENDING';
