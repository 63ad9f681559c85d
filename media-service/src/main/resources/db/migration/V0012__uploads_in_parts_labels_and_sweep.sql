-- Uploads in parts: the store's name of the upload and the size of its parts, until it is completed or given up.
-- labels: what its owner files it under. deleted_at: taken away from its users; the bytes go when the grace has passed.
-- sweep_at: when the sweep must look at it next, whatever it is then; used_at: when it last found a post that uses it.
ALTER TABLE media_assets
    ADD COLUMN upload_id  text,
    ADD COLUMN part_bytes bigint,
    ADD COLUMN labels     varchar[]   NOT NULL DEFAULT '{}',
    ADD COLUMN deleted_at timestamptz,
    ADD COLUMN used_at    timestamptz,
    ADD COLUMN sweep_at   timestamptz NOT NULL DEFAULT now() + interval '1 day',
    ADD CONSTRAINT ck_media_assets_parts CHECK ((upload_id IS NULL) = (part_bytes IS NULL));

CREATE INDEX ix_media_assets_sweep ON media_assets (sweep_at);
-- What a workspace stores, read from the index alone when its quota is checked.
CREATE INDEX ix_media_assets_bytes ON media_assets (workspace_id) INCLUDE (size_bytes, declared_bytes, created_at, upload_id)
    WHERE deleted_at IS NULL;
