-- What the media were found to be: an init of photos is never sent twice.
alter table publications add column media_kind text
    constraint ck_publications_media_kind check (media_kind in ('VIDEO', 'PHOTO'));

alter table publications drop constraint ck_publications_state;
alter table publications add constraint ck_publications_state check (state in (
    'SCHEDULED', 'CLAIMED', 'INITIALISING', 'UPLOADING', 'PROCESSING', 'RETRY_AT', 'SNOOZED', 'NEEDS_REAUTH',
    'PUBLISHED', 'IN_INBOX', 'FAILED', 'CANCELED', 'OUTCOME_UNKNOWN'));

-- A draft in the inbox is asked about, like what is processed.
drop index ix_publications_work;
create index ix_publications_work on publications (wake_at)
    where wake_at is not null and state not in ('PROCESSING', 'PUBLISHED', 'IN_INBOX');
drop index ix_publications_questions;
create index ix_publications_questions on publications (wake_at)
    where wake_at is not null and state in ('PROCESSING', 'PUBLISHED', 'IN_INBOX');
