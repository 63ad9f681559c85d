-- Photos as TikTok takes them: one row per version of a photo and way to fit it. Who has the key can fetch the picture, so
-- it cannot be guessed.
CREATE TABLE renditions (
    workspace_id     text        NOT NULL,
    media_id         text        NOT NULL,
    fit              text        NOT NULL,
    etag             text        NOT NULL,
    source_key       text        NOT NULL,
    source_bytes     bigint      NOT NULL,
    storage_key      text        NOT NULL,
    state            text        NOT NULL,
    attempts         integer     NOT NULL DEFAULT 0,
    -- When somebody must look at it: at once, after a failure's wait, or when the lease ends. Null: never.
    wake_at          timestamptz,
    lease_owner      text,
    size_bytes       bigint,
    width            integer,
    height           integer,
    failure_code     text,
    failure_message  text,
    created_at       timestamptz NOT NULL,
    CONSTRAINT pk_renditions PRIMARY KEY (workspace_id, media_id, fit, etag),
    CONSTRAINT ck_renditions_fit CHECK (fit IN ('crop', 'pad', 'fit')),
    CONSTRAINT ck_renditions_state CHECK (
        (state = 'PENDING' AND wake_at IS NOT NULL)
        OR (state = 'READY' AND wake_at IS NULL AND size_bytes IS NOT NULL AND width IS NOT NULL AND height IS NOT NULL)
        OR (state = 'FAILED' AND wake_at IS NULL AND failure_code IS NOT NULL))
);

CREATE INDEX ix_renditions_pending ON renditions (wake_at) WHERE wake_at IS NOT NULL;
