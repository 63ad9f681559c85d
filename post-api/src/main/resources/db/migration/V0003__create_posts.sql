create table posts (
    workspace_id       text        not null constraint fk_posts_workspace references workspaces,
    id                 text        not null constraint pk_posts primary key,
    status             text        not null,
    revision           bigint      not null,
    caption            text        not null,
    scheduled_at       timestamptz,
    draft_scheduled_at timestamptz,
    timezone           text,
    -- Ids in their order as a JSON list.
    media_ids          text        not null,
    created_by_key_id  text        not null,
    created_via_flat_shape boolean not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    deleted_at         timestamptz
);
create index ix_posts_workspace on posts (workspace_id, scheduled_at, id);

create table post_targets (
    workspace_id       text        not null,
    post_id            text        not null constraint fk_post_targets_post references posts,
    id                 text        not null constraint pk_post_targets primary key,
    position           integer     not null,
    social_account_id  text        not null constraint fk_post_targets_account references social_accounts,
    status             text        not null,
    caption_override   text,
    platform_options   text        not null,
    media_ids          text        not null,
    scheduled_for      timestamptz,
    -- What publication events told; an event that is not newer than the version changes nothing.
    publication_version bigint     not null default 0,
    stage              text,
    sent_bytes         bigint      not null default 0,
    total_bytes        bigint      not null default 0,
    next_attempt_at    timestamptz,
    waiting_for        text,
    attempt_count      integer     not null default 0,
    last_attempt_at    timestamptz,
    published_at       timestamptz,
    external_post_id   text,
    external_url       text,
    error_code         text,
    error_message      text,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    constraint post_targets_position_key unique (post_id, position)
);
create index ix_post_targets_account on post_targets (social_account_id);
