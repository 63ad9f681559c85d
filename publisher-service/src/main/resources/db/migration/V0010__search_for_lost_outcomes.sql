-- When TikTok was last told to begin: a lost outcome is searched for from there on.
alter table publications add column begun_at timestamptz;

-- What nobody knows is looked into like what is processed.
drop index ix_publications_work;
create index ix_publications_work on publications (wake_at)
    where wake_at is not null and state not in ('PROCESSING', 'PUBLISHED', 'IN_INBOX', 'OUTCOME_UNKNOWN');
drop index ix_publications_questions;
create index ix_publications_questions on publications (wake_at)
    where wake_at is not null and state in ('PROCESSING', 'PUBLISHED', 'IN_INBOX', 'OUTCOME_UNKNOWN');
update publications set wake_at = now() where state = 'OUTCOME_UNKNOWN';

-- Publications that TikTok's webhooks told of and that no row had: one of them may be the order whose answer was lost.
create table stray_notices (
    account_id  text        not null,
    publish_id  text        not null,
    heard_at    timestamptz not null,
    constraint pk_stray_notices primary key (account_id, publish_id)
);

-- Every id that a publication has ever had, so that a late word about one it has given up is never taken for another's.
alter table publication_timeline add column publish_id text;
create index ix_publication_timeline_publish_id on publication_timeline (publish_id) where publish_id is not null;
