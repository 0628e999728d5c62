-- The follow-up of a Sona record is compared like any other field now: what was set when it was made, as far as it is known.
update records
set fields = fields || jsonb_build_object(
    'Follow_Up_Status__c', case when fields ->> 'Outcome__c' = 'transferred' then 'not needed' else 'to do' end)
where object = 'Sona_Call__c' and fields is not null;
