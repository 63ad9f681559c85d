-- Answers to requests that carried an Idempotency-Key; a row without an answer is a request under way.
create table idempotency_keys (
    api_key_id        text        not null constraint fk_idempotency_keys_api_key references api_keys,
    idempotency_key   text        not null,
    claim             text        not null,
    request_sha256    text        not null,
    answer            text,
    locked_until      timestamptz not null,
    expires_at        timestamptz not null,
    constraint pk_idempotency_keys primary key (api_key_id, idempotency_key)
);
create index ix_idempotency_keys_expires_at on idempotency_keys (expires_at);
