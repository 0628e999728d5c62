-- Small values read from the platforms, kept between starts.
create table memory (
    connection text not null,
    name text not null,
    value jsonb not null,
    remembered_at timestamptz not null default now(),
    primary key (connection, name)
);

-- API calls that we made, by hour: Salesforce's allowance counts the last 24 hours, not the calendar's day.
create table api_usage (
    connection text not null,
    hour timestamptz not null,
    calls integer not null default 0,
    primary key (connection, hour)
);

-- Tokens and keys, encrypted. The connection '' holds the check that tells a wrong key from a damaged secret.
create table vault (
    connection text not null,
    name text not null,
    sealed bytea not null,
    sealed_at timestamptz not null default now(),
    primary key (connection, name)
);
