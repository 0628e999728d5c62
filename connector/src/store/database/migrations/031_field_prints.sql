-- A short hash of each field last written: the history of an activity tells from them what a write changed.
alter table records add column prints jsonb;
