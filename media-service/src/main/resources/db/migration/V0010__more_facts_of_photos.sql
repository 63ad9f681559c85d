-- How the camera was held (EXIF, 1 to 8) and whether the picture moves; null for what was looked at before.
ALTER TABLE media_assets
    ADD COLUMN orientation integer CHECK (orientation BETWEEN 1 AND 8),
    ADD COLUMN animated    boolean;
