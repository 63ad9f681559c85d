-- TikTok's webhooks name publications by its own id.
create index ix_publications_publish_id on publications (publish_id) where publish_id is not null;
