-- Fields that hold what somebody else put there, and that an admin asked to have written by us again.
alter table records add column reclaimed text[];
-- Records that somebody else changed are few, and counted on the page that people look at most.
create index records_kept on records (connection, activity_key)
    where kept -> 'fields' <> '[]' or kept -> 'parts' <> '{}' or by_hand ?| array['whoId', 'whatId', 'ownerId'];
