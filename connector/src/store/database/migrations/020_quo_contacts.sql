-- Salesforce people in Quo's own contacts: which contact is whose, and what we last wrote of it.
-- `rev` counts how often a person became due, `done_rev` which of them was dealt with.
create table quo_contacts (
    connection text not null,
    person text not null,
    state text not null check (state in ('wanted', 'creating', 'linked', 'unlinked', 'leaving', 'skipped')),
    quo_id text,
    written jsonb,
    error jsonb,
    attempts integer not null default 0,
    rev bigint not null default 0,
    done_rev bigint not null default 0,
    due_at timestamptz,
    lease_until timestamptz,
    changed_at timestamptz not null default now(),
    primary key (connection, person)
) with (fillfactor = 70);
create index quo_contacts_by_contact on quo_contacts (connection, quo_id) where quo_id is not null;
create index quo_contacts_due on quo_contacts (connection, due_at) where due_at is not null;

-- The run over all people, one for each connection.
create table quo_contact_runs (
    connection text primary key,
    state text not null check (state in ('running', 'paused', 'done')),
    after_person text not null default '',
    total integer not null,
    tally jsonb not null default '{}',
    started_at timestamptz not null default now(),
    finished_at timestamptz
);
