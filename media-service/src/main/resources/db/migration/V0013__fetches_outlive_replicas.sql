-- Fetches under way, each until it ends: what another replica needs to go on where a dead one stopped. The address may carry
-- a signature, so it goes with the row. lease_id is the fence: only whoever holds it writes; after due_at anybody may take it.
CREATE TABLE media_fetches (
    workspace_id   text        NOT NULL,
    media_id       text        NOT NULL,
    url            text        NOT NULL,
    lease_id       text        NOT NULL,
    due_at         timestamptz NOT NULL,
    attempts       integer     NOT NULL DEFAULT 1,
    -- What the source sends: its type by the first bytes, its version as If-Range takes it, and its size if it says.
    content_type   text,
    source_version text,
    total_bytes    bigint,
    -- The multipart upload that is under way, and its finished parts in order.
    upload_id      text,
    part_etags     text[]      NOT NULL DEFAULT '{}',
    received_bytes bigint      NOT NULL DEFAULT 0,
    CONSTRAINT pk_media_fetches PRIMARY KEY (workspace_id, media_id),
    CONSTRAINT fk_media_fetches_assets FOREIGN KEY (workspace_id, media_id)
        REFERENCES media_assets (workspace_id, id) ON DELETE CASCADE,
    CONSTRAINT ck_media_fetches_upload CHECK (
        upload_id IS NOT NULL OR (received_bytes = 0 AND part_etags = '{}'))
);

CREATE INDEX ix_media_fetches_due ON media_fetches (due_at);
