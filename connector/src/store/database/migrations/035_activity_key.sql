-- What names a call or a conversation has one name everywhere: the key of its activity.
alter table activities rename column subject to activity_key;
alter table facts rename column subject to activity_key;
alter table records rename column subject to activity_key;
alter table writes rename column subject to activity_key;
alter table deliveries rename column subjects to activity_keys;
