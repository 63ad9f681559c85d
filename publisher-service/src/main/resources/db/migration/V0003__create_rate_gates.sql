-- The newest places taken in TikTok's sliding windows, oldest first; places in the future are held for someone.
create table rate_gates (
    account_id  text          not null,
    endpoint    text          not null,
    taken       timestamptz[] not null,
    constraint pk_rate_gates primary key (account_id, endpoint)
);
