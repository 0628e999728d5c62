-- Raw deliveries, exactly as they came: kept for a time, replayable.
create table deliveries (
    connection text not null,
    id text not null,
    scheme text not null,
    headers jsonb not null,
    body bytea not null,
    reading text not null check (reading in ('facts', 'ignored', 'unknown')),
    type text not null,
    event_id text,
    why text,
    subjects text[] not null default '{}',
    received_at timestamptz not null default now(),
    primary key (connection, id)
);
create index deliveries_by_age on deliveries (connection, received_at);
create index deliveries_by_subject on deliveries using gin (subjects);
create index deliveries_unread on deliveries (connection, received_at) where reading <> 'facts';

-- What the deliveries and Quo's API said. Never changed, never thrown away by age: an activity is what its facts add up to.
create table facts (
    connection text not null,
    subject text not null,
    id text not null,
    kind text not null,
    body jsonb not null,
    delivery text,
    seq bigint generated always as identity,
    received_at timestamptz not null default now(),
    primary key (connection, subject, id)
);

-- One row per call or conversation: the unit of work. due_at null: nothing to do.
create table activities (
    connection text not null,
    subject text not null,
    kind text not null check (kind in ('call', 'messages')),
    rev bigint not null default 0,
    written_rev bigint not null default 0,
    first_fact_at timestamptz not null default now(),
    last_fact_at timestamptz not null default now(),
    dirty_since timestamptz,
    due_at timestamptz,
    forced_rev bigint,
    lease_until timestamptz,
    backing_off boolean not null default false,
    attempts integer not null default 0,
    error jsonb,
    parked_at timestamptz,
    dismissed_at timestamptz,
    dismissed_note text,
    written_at timestamptz,
    ask_at timestamptz,
    asks integer not null default 0,
    inbox text,
    numbers text[] not null default '{}',
    match_status text,
    who_id text,
    related text[] not null default '{}',
    title text,
    outcome text,
    started_at timestamptz,
    match jsonb,
    primary key (connection, subject)
) with (fillfactor = 70);
create index activities_due on activities (connection, due_at) where due_at is not null;
create index activities_asks on activities (connection, ask_at) where ask_at is not null;
create index activities_parked on activities (connection, parked_at) where parked_at is not null;
create index activities_by_time on activities (connection, started_at);
create index activities_by_number on activities using gin (numbers);
create index activities_by_related on activities using gin (related);

-- What we last wrote of each Salesforce record.
create table records (
    connection text not null,
    object text not null,
    key text not null,
    subject text not null,
    salesforce_id text,
    fingerprint text,
    fields jsonb,
    error jsonb,
    written_at timestamptz,
    primary key (connection, object, key)
);
create index records_by_subject on records (connection, subject);
create index records_by_salesforce_id on records (connection, salesforce_id) where salesforce_id is not null;

-- Every write of an activity and Salesforce's answer, for people to look at.
create table writes (
    connection text not null,
    subject text not null,
    seq bigint generated always as identity,
    at timestamptz not null default now(),
    answer text not null check (answer in ('written', 'refused', 'removed', 'failed')),
    object text,
    key text,
    salesforce_id text,
    changed text[] not null default '{}',
    error jsonb,
    primary key (connection, subject, seq)
);
create index writes_by_age on writes (connection, at);
