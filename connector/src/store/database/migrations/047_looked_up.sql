-- Set on an activity whose record in Salesforce is newer than what is known here, as after a backup was restored: Quo is
-- asked about it as about one that no delivery told. Once: who else writes with our login must not have it asked for ever.
alter table activities add column looked_up boolean not null default false;
