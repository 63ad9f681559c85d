-- Whose turn it is within one account; only what is not with TikTok yet is in it.
create index ix_publications_turn on publications (account_id, due_at, publication_id)
    where state in ('SCHEDULED', 'CLAIMED', 'INITIALISING', 'UPLOADING', 'SNOOZED');

-- What counts towards TikTok's posts of a day.
create index ix_publications_published on publications (account_id, published_at) where published_at is not null;
