create table workspaces (
    id                text        not null constraint pk_workspaces primary key,
    name              text        not null,
    slug              text        not null constraint workspaces_slug_key unique,
    timezone          text        not null default 'UTC',
    created_at        timestamptz not null,
    updated_at        timestamptz not null
);

-- A key itself is never stored: its SHA-256 finds it, its first characters let a person tell it from others.
create table api_keys (
    id                text        not null constraint pk_api_keys primary key,
    workspace_id      text        not null constraint fk_api_keys_workspace references workspaces,
    sha256            text        not null constraint api_keys_sha256_key unique,
    shown_prefix      text        not null,
    rate_limit_exempt boolean     not null default false,
    created_at        timestamptz not null,
    revoked_at        timestamptz
);
