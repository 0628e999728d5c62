-- What a person set on a record of ours in Salesforce: it wins over what we would write.
alter table records add column by_hand jsonb;
