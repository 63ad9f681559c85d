-- What happened to a publication, a line for each announced write.
create table publication_timeline (
    account_id      text        not null,
    publication_id  text        not null,
    version         bigint      not null,
    at              timestamptz not null,
    state           text        not null,
    attempt         integer     not null,
    detail          text        not null,
    tiktok_code     text,
    tiktok_log_id   text,
    sent_bytes      bigint      not null,
    constraint pk_publication_timeline primary key (account_id, publication_id, version)
);
