-- Whose a workspace is. One that is inserted without an owner is its own: nobody gains access by an omission.
alter table workspaces
    add column owner_user_id text not null
        default ('usr_0' || upper(left(replace(gen_random_uuid()::text, '-', ''), 25))),
    add column time_format   text not null default 'H24'
        constraint ck_workspaces_time_format check (time_format in ('H24', 'H12'));
create index ix_workspaces_owner on workspaces (owner_user_id);

-- A key with full access reaches every workspace of the owner of the one it was made in, today's and later ones.
alter table api_keys
    add column name            text not null default 'API key',
    add column access          text not null default 'FULL'
        constraint ck_api_keys_access check (access in ('FULL', 'SCOPED')),
    add column burst_limit     integer constraint ck_api_keys_burst_limit check (burst_limit > 0),
    add column sustained_limit integer constraint ck_api_keys_sustained_limit check (sustained_limit > 0),
    -- To the minute, so that using a key costs a write once a minute.
    add column last_used_at    timestamptz;
create index ix_api_keys_workspace on api_keys (workspace_id, created_at, id);

-- What a scoped key may use.
create table api_key_workspaces (
    workspace_id       text        not null constraint fk_api_key_workspaces_workspace references workspaces,
    api_key_id         text        not null constraint fk_api_key_workspaces_api_key references api_keys,
    constraint pk_api_key_workspaces primary key (api_key_id, workspace_id)
);

-- Requests per key. Marks say how many had been granted in all when each of the last 61 sixtieths of a window began, so
-- that the first mark taken from today's number is what the window holds. Unlogged: after a crash of the database
-- everybody starts with a full allowance, and no request waits for a disk.
create unlogged table rate_limits (
    api_key_id         text        not null constraint pk_rate_limits primary key,
    granted            bigint      not null,
    burst_at           bigint      not null,
    burst_marks        bigint[]    not null,
    sustained_at       bigint      not null,
    sustained_marks    bigint[]    not null
) with (fillfactor = 50);
