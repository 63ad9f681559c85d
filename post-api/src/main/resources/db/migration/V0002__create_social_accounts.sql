create table social_accounts (
    id                      text        not null constraint pk_social_accounts primary key,
    workspace_id            text        not null constraint fk_social_accounts_workspace references workspaces,
    platform                text        not null,
    open_id                 text        not null,
    username                text,
    display_name            text,
    avatar_url              text,
    status                  text        not null,
    scopes                  text        not null,
    privacy_levels          text,
    max_video_duration_sec  bigint,
    creator_checked_at      timestamptz,
    connected_at            timestamptz not null,
    token_key_id            text        not null,
    access_token_sealed     bytea       not null,
    refresh_token_sealed    bytea       not null,
    token_expires_at        timestamptz not null,
    refresh_expires_at      timestamptz not null,
    last_refreshed_at       timestamptz,
    last_refresh_attempt_at timestamptz,
    last_refresh_error      text,
    -- One replica at a time refreshes an account; its writes hold only while the fence is its own.
    refresh_lease_until     timestamptz,
    refresh_fence           bigint      not null default 0,
    constraint social_accounts_external_key unique (workspace_id, platform, open_id),
    constraint ck_social_accounts_status check (status in ('ACTIVE', 'TOKEN_EXPIRED', 'REVOKED', 'DISCONNECTED'))
);
create index ix_social_accounts_refresh on social_accounts (token_expires_at) where status = 'ACTIVE';

-- Consent pages that were opened and have not come back; the state is stored as its SHA-256.
create table oauth_states (
    state_sha256            text        not null constraint pk_oauth_states primary key,
    workspace_id            text        not null constraint fk_oauth_states_workspace references workspaces,
    platform                text        not null,
    expires_at              timestamptz not null
);
create index ix_oauth_states_expires_at on oauth_states (expires_at);
