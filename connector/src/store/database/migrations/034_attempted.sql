-- What was last sent for a record, before its answer came: where the answer is lost, this is ours as well.
alter table records add column attempted jsonb;
