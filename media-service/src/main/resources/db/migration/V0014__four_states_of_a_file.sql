-- Four states: a file that could not be fetched is rejected like one that cannot be read; fetch_failure tells them apart.
ALTER TABLE media_assets
    DROP CONSTRAINT ck_media_assets_status,
    DROP CONSTRAINT ck_media_assets_findings;

UPDATE media_assets SET status = CASE status
        WHEN 'PENDING_UPLOAD' THEN 'PENDING' WHEN 'FETCHING' THEN 'PROCESSING' ELSE 'REJECTED' END
    WHERE status IN ('PENDING_UPLOAD', 'FETCHING', 'FETCH_FAILED');

ALTER TABLE media_assets
    ADD CONSTRAINT ck_media_assets_status CHECK (status IN ('PENDING', 'PROCESSING', 'READY', 'REJECTED')),
    ADD CONSTRAINT ck_media_assets_findings CHECK (
        (status = 'PENDING' AND etag IS NULL)
        OR (status = 'PROCESSING' AND etag IS NULL AND fetch_until IS NOT NULL)
        OR (status = 'READY' AND etag IS NOT NULL AND kind IS NOT NULL AND rejection_code IS NULL)
        OR (status = 'REJECTED' AND etag IS NOT NULL AND kind IS NULL AND rejection_code IS NOT NULL)
        OR (status = 'REJECTED' AND etag IS NULL AND fetch_failure IS NOT NULL));

DROP INDEX ix_media_assets_fetching;
CREATE INDEX ix_media_assets_processing ON media_assets (fetch_until) WHERE status = 'PROCESSING';
