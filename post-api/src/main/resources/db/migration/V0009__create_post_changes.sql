-- A change that the publisher was asked to agree to, until its answer has been stored; a process that dies in between
-- leaves it for another one, which asks again.
create table post_changes (
    workspace_id  text        not null,
    post_id       text        not null constraint fk_post_changes_post references posts,
    revision      bigint      not null,
    change        text        not null,
    ask_again_at  timestamptz not null,
    constraint pk_post_changes primary key (workspace_id, post_id)
);
create index ix_post_changes_ask_again_at on post_changes (ask_again_at);

-- The two halves of the list: what is to come, soonest first, then the rest, newest first.
create index ix_posts_upcoming on posts (workspace_id, scheduled_at, id) where status = 'SCHEDULED' and deleted_at is null;
create index ix_posts_newest on posts (workspace_id, created_at desc, id desc) where deleted_at is null;
drop index ix_posts_workspace;
drop index ix_post_targets_account;
create index ix_post_targets_account on post_targets (social_account_id, post_id);

-- An edit may change the order of the targets row by row.
alter table post_targets drop constraint post_targets_position_key;
alter table post_targets add constraint post_targets_position_key unique (post_id, position) deferrable initially deferred;
