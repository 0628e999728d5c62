-- How often an activity was claimed: whoever holds it by an earlier claim was overtaken.
alter table activities add column claims bigint not null default 0;
-- What a worker that was overtaken may have put into the record: it is ours, and written over.
alter table records add column overtaken jsonb;
