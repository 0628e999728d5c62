-- The people of the org with every number that can be read on them; `person` is the whole record as the domain knows it.
create table people (
    connection text not null,
    id text not null,
    person jsonb not null,
    seen_at timestamptz not null default now(),
    primary key (connection, id)
);

create table person_numbers (
    connection text not null,
    e164 text not null,
    person text not null,
    primary key (connection, e164, person)
);
create index person_numbers_by_person on person_numbers (connection, person);

create table opportunities (
    connection text not null,
    id text not null,
    account text,
    opportunity jsonb not null,
    primary key (connection, id)
);
create index opportunities_by_account on opportunities (connection, account) where account is not null;

create table opportunity_contacts (
    connection text not null,
    contact text not null,
    opportunity text not null,
    primary key (connection, contact, opportunity)
);
create index opportunity_contacts_by_opportunity on opportunity_contacts (connection, opportunity);

-- The largest SystemModstamp seen, by object.
create table high_water (
    connection text not null,
    object text not null,
    mark text not null,
    primary key (connection, object)
);

-- Numbers that Salesforce was asked about and nobody had.
create table unknown_numbers (
    connection text not null,
    e164 text not null,
    asked_at timestamptz not null default now(),
    primary key (connection, e164)
);

-- What a person chose for a number: a record's id, or `ignore`.
create table choices (
    connection text not null,
    number text not null,
    record text not null,
    choice jsonb not null,
    chosen_at timestamptz not null default now(),
    primary key (connection, number)
);
create index choices_by_record on choices (connection, record);

-- Records that were merged, converted or deleted, and what stands for them now (null: nothing).
create table moved (
    connection text not null,
    id text not null,
    into_id text,
    moved_at timestamptz not null default now(),
    primary key (connection, id)
);
create index moved_by_target on moved (connection, into_id) where into_id is not null;
