-- Files of workspaces: what was announced at presign, and what was found in the stored version named by etag.
CREATE TABLE media_assets (
    workspace_id      text        NOT NULL,
    id                text        NOT NULL,
    filename          text        NOT NULL,
    declared_type     text        NOT NULL,
    declared_kind     text        NOT NULL,
    declared_bytes    bigint,
    storage_key       text        NOT NULL,
    status            text        NOT NULL,
    etag              text,
    size_bytes        bigint,
    inspected_at      timestamptz,
    kind              text,
    container         text,
    video_codec       text,
    audio_codec       text,
    duration_ms       bigint,
    width             integer,
    height            integer,
    rotation          integer,
    frame_rate        double precision,
    faststart         boolean,
    rejection_code    text,
    rejection_message text,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    CONSTRAINT pk_media_assets PRIMARY KEY (workspace_id, id),
    CONSTRAINT ck_media_assets_declared_kind CHECK (declared_kind IN ('VIDEO', 'PHOTO', 'DOCUMENT')),
    CONSTRAINT ck_media_assets_status CHECK (status IN ('PENDING_UPLOAD', 'READY', 'REJECTED')),
    CONSTRAINT ck_media_assets_findings CHECK (
        (status = 'PENDING_UPLOAD' AND etag IS NULL)
        OR (status = 'READY' AND etag IS NOT NULL AND kind IS NOT NULL AND rejection_code IS NULL)
        OR (status = 'REJECTED' AND etag IS NOT NULL AND kind IS NULL AND rejection_code IS NOT NULL))
);
