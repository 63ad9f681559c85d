-- media-service asks which posts use a file before it lets it be deleted. The columns hold JSON lists of ids.
CREATE INDEX ix_posts_media_ids ON posts USING gin ((media_ids::jsonb));
CREATE INDEX ix_post_targets_media_ids ON post_targets USING gin ((media_ids::jsonb)) WHERE media_ids <> '[]';
