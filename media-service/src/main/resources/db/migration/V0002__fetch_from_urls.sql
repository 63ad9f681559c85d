-- Assets whose bytes come from a URL: the row is there before the first byte; fetch_until is when a fetch that has not
-- ended is taken for one that a crash has ended.
ALTER TABLE media_assets
    ADD COLUMN alt_text      text,
    ADD COLUMN fetch_until   timestamptz,
    ADD COLUMN fetch_failure text,
    ADD COLUMN fetch_message text,
    DROP CONSTRAINT ck_media_assets_status,
    DROP CONSTRAINT ck_media_assets_findings,
    ADD CONSTRAINT ck_media_assets_status
        CHECK (status IN ('PENDING_UPLOAD', 'FETCHING', 'FETCH_FAILED', 'READY', 'REJECTED')),
    ADD CONSTRAINT ck_media_assets_findings CHECK (
        (status = 'PENDING_UPLOAD' AND etag IS NULL)
        OR (status = 'FETCHING' AND etag IS NULL AND fetch_until IS NOT NULL)
        OR (status = 'FETCH_FAILED' AND etag IS NULL AND fetch_failure IS NOT NULL)
        OR (status = 'READY' AND etag IS NOT NULL AND kind IS NOT NULL AND rejection_code IS NULL)
        OR (status = 'REJECTED' AND etag IS NOT NULL AND kind IS NULL AND rejection_code IS NOT NULL));

CREATE INDEX ix_media_assets_fetching ON media_assets (fetch_until) WHERE status = 'FETCHING';
