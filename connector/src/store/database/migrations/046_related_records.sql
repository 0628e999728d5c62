-- Opportunities are one of the objects that activities are related to.
alter table opportunities rename to related_records;
alter table related_records rename column opportunity to record;
alter index opportunities_by_account rename to related_records_by_account;
alter table opportunity_contacts rename to related_contacts;
alter table related_contacts rename column opportunity to related;
alter index opportunity_contacts_by_opportunity rename to related_contacts_by_record;

update choices set choice = choice - 'opportunityId' || jsonb_build_object('relatedId', choice -> 'opportunityId')
where choice ? 'opportunityId';

update records
set by_hand = jsonb_set(
    by_hand,
    '{choice}',
    (by_hand -> 'choice') - 'opportunityId' || jsonb_build_object('relatedId', by_hand -> 'choice' -> 'opportunityId')
)
where by_hand -> 'choice' ? 'opportunityId';

update activities
set match = match - 'opportunity' - 'opportunityId'
    || case when match ? 'opportunityId' then jsonb_build_object('relatedId', match -> 'opportunityId') else '{}'::jsonb end
    || case when match ? 'opportunity'
        then jsonb_build_object('related', (match -> 'opportunity') || '{"object":"Opportunity"}') else '{}'::jsonb end
where match ?| array['opportunity', 'opportunityId'];
