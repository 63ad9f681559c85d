-- One row per target of a post. Keys lead with the account, so that the table can be split by it.
create table publications (
    account_id        text        not null,
    publication_id    text        not null,
    workspace_id      text        not null,
    post_id           text        not null,
    target_id         text        not null,
    revision          bigint      not null,
    content           jsonb       not null,
    traceparent       text,
    due_at            timestamptz not null,
    state             text        not null,
    -- Grows with every write but the lease's renewal; together with lease_owner it fences stale writers.
    version           bigint      not null default 0,
    lease_owner       text,
    -- When somebody must look at the row: due time, retry, question, or the lease's end. Null: never.
    wake_at           timestamptz,
    waiting_for       text,
    attempt           integer     not null default 0,
    setbacks          integer     not null default 0,
    polls             integer     not null default 0,
    give_up_at        timestamptz,
    place_at          timestamptz,
    publish_id        text,
    -- A secret for an hour: whoever has it can write the video. Cleared when the upload ends.
    upload_address    text,
    upload_opened_at  timestamptz,
    total_bytes       bigint,
    chunk_bytes       bigint,
    chunk_count       integer,
    stored_bytes      bigint,
    published_at      timestamptz,
    external_post_id  text,
    external_url      text,
    failure_code      text,
    failure_message   text,
    failure_fix       text,
    created_at        timestamptz not null default now(),
    constraint pk_publications primary key (account_id, publication_id),
    constraint publications_target_key unique (account_id, target_id),
    constraint ck_publications_state check (state in (
        'SCHEDULED', 'CLAIMED', 'INITIALISING', 'UPLOADING', 'PROCESSING', 'RETRY_AT', 'SNOOZED', 'NEEDS_REAUTH',
        'PUBLISHED', 'FAILED', 'CANCELED', 'OUTCOME_UNKNOWN')),
    constraint ck_publications_upload check (
        publish_id is null
        or (upload_opened_at is not null and total_bytes is not null and chunk_bytes is not null
            and chunk_count is not null and stored_bytes is not null))
) with (fillfactor = 80);

-- The schedule, one index per lane: a claim reads what is due and not a row more.
create index ix_publications_work on publications (wake_at)
    where wake_at is not null and state not in ('PROCESSING', 'PUBLISHED');
create index ix_publications_questions on publications (wake_at)
    where wake_at is not null and state in ('PROCESSING', 'PUBLISHED');
create index ix_publications_post_id on publications (post_id);
