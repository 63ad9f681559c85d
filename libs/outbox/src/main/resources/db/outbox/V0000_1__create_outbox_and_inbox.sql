-- Events wait here in the transaction that caused them, until Kafka has acknowledged them.
create table outbox (
    id            bigint generated always as identity constraint pk_outbox primary key,
    event_id      text        not null,
    topic         text        not null,
    record_key    text        not null,
    headers       jsonb       not null,
    body          text        not null,
    created_at    timestamptz not null default now()
);

-- Ids of events that took effect; the row is written in the transaction of the effect.
create table inbox (
    event_id      text        not null constraint pk_inbox primary key,
    seen_at       timestamptz not null default now()
);
create index ix_inbox_seen_at on inbox (seen_at);
