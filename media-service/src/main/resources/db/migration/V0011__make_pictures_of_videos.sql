-- Work that ffmpeg does with a video, once per version (etag) and kind. lease_id is the fence: only whoever holds it writes
-- the end. A row whose lease has run out is taken over; attempts counts how often it was begun.
CREATE TABLE video_jobs (
    workspace_id text        NOT NULL,
    media_id     text        NOT NULL,
    etag         text        NOT NULL,
    kind         text        NOT NULL,
    state        text        NOT NULL,
    source_key   text        NOT NULL,
    source_bytes bigint      NOT NULL,
    attempts     integer     NOT NULL,
    due_at       timestamptz NOT NULL,
    lease_id     text,
    code         text,
    result_key   text,
    result_etag  text,
    result_bytes bigint,
    -- What a repaired copy is; always H.264 in MP4, unturned.
    result_duration_ms bigint,
    result_width       integer,
    result_height      integer,
    result_frame_rate  double precision,
    result_audio_codec text,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL,
    CONSTRAINT pk_video_jobs PRIMARY KEY (workspace_id, media_id, etag, kind),
    CONSTRAINT ck_video_jobs_kind CHECK (kind IN ('POSTER', 'REPAIR')),
    CONSTRAINT ck_video_jobs_state CHECK (
        (state = 'PENDING' AND code IS NULL)
        OR (state = 'DONE' AND code IS NULL AND result_key IS NOT NULL)
        OR (state = 'FAILED' AND code IS NOT NULL))
);

CREATE INDEX ix_video_jobs_due ON video_jobs (kind, due_at) WHERE state = 'PENDING';
