-- Which version of the file an upload sends: a chunk of another one is never sent after it.
alter table publications add column media_version text;
