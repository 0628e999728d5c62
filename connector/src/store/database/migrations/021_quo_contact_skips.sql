-- Who could not be put into Quo is listed newest first; almost everybody has a number, so the indexes stay small.
create index people_without_number on people (connection, seen_at desc, id desc)
    where jsonb_array_length(person -> 'numbers') = 0;
create index quo_contacts_skipped on quo_contacts (connection, changed_at desc, person desc)
    where state in ('skipped', 'unlinked') or error is not null;
