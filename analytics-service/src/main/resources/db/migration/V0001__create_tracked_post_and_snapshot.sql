-- One row per published target. Keys lead with the account, so that the tables can be split by it.
create table tracked_post (
    account_id          text        not null,
    target_id           text        not null,
    workspace_id        text        not null,
    post_id             text        not null,
    external_post_id    text,                            -- null while TikTok has not told it
    identified_version  bigint      not null,            -- version of the event that told it, -1 before
    published_at        timestamptz not null,
    next_refresh_at     timestamptz not null,
    lease_id            text,                            -- who reads it now; a reading is kept only under its own lease
    leased_until        timestamptz,
    failures            integer     not null default 0,  -- failed readings in a row
    problem             text,                            -- why the last reading brought nothing
    missing_since       timestamptz,                     -- since when TikTok no longer shows the post
    read_at             timestamptz,                     -- when TikTok last answered for it
    -- The last known value of each number with the instant of its reading.
    views               bigint,
    views_at            timestamptz,
    likes               bigint,
    likes_at            timestamptz,
    comments            bigint,
    comments_at         timestamptz,
    shares              bigint,
    shares_at           timestamptz,
    constraint pk_tracked_post primary key (account_id, target_id)
);
create index ix_tracked_post_workspace_post on tracked_post (workspace_id, post_id);
create index ix_tracked_post_due on tracked_post (next_refresh_at) where external_post_id is not null;
create index ix_tracked_post_account_due on tracked_post (account_id, next_refresh_at) where external_post_id is not null;

-- Append-only: every answer of TikTok as it came. taken_at is part of the key, so that the table can be split by month.
create table post_snapshot (
    account_id          text        not null,
    target_id           text        not null,
    taken_at            timestamptz not null,
    views               bigint,
    likes               bigint,
    comments            bigint,
    shares              bigint,
    constraint pk_post_snapshot primary key (account_id, target_id, taken_at)
);
