-- Texts for people who cannot see the media, by media id, as a JSON object.
alter table posts add column media_alt_text text not null default '{}';
