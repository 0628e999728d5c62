-- Calls and texts that Quo's own lists name, for some weeks: what is compared with Salesforce, by inbox and day.
create table quo_listed (
    connection text not null,
    list text not null check (list in ('calls', 'messages')),
    id text not null,
    activity_key text not null,
    inbox text,
    began_at timestamptz not null,
    primary key (connection, list, id)
);
create index quo_listed_by_time on quo_listed (connection, began_at);
create index quo_listed_by_activity on quo_listed (connection, activity_key);

-- How many Tasks of ours Salesforce had of a day, when it was counted last.
create table salesforce_counts (
    connection text not null,
    day date not null,
    ours integer not null,
    salesforce integer not null,
    counted_at timestamptz not null default now(),
    primary key (connection, day)
);

-- Since when Salesforce is known not to have it.
alter table records add column gone_at timestamptz;
