-- A further text is drawn from the end of its conversation alone. new_facts: ids of the texts that came since all was written;
-- null: not known, the whole conversation is read. extent: what is kept of the whole.
alter table activities add column new_facts text[], add column extent jsonb;

-- The facts of a message, and the messages from a moment on. ISO 8601 in UTC sorts as text.
create index facts_by_message on facts (connection, activity_key, (body ->> 'messageId')) where kind = 'message';
create index facts_by_time on facts (connection, activity_key, ((body ->> 'createdAt') collate "C")) where kind = 'message';

-- Keys of a conversation's Tasks say when their windows begin: the last ones are read without the others.
create index records_by_activity on records (connection, activity_key, key collate "C");
drop index records_by_subject;
