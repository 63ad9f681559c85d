-- The newest revision of each post that was heard of. It outlives the post's publications: what comes late with a lower
-- one, an event or a command, changes nothing and cannot bring back what was taken back.
create table post_plans (
    workspace_id  text    not null,
    post_id       text    not null,
    revision      bigint  not null,
    constraint pk_post_plans primary key (workspace_id, post_id)
);
insert into post_plans (workspace_id, post_id, revision)
select workspace_id, post_id, max(revision) from publications group by workspace_id, post_id;
