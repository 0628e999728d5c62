-- Who did what: sign-ins, changes, recordings played. Only ever appended to.
create table audit (
    connection text not null,
    seq bigint generated always as identity,
    at timestamptz not null default now(),
    actor text not null,
    action text not null,
    detail jsonb not null default '{}',
    primary key (connection, seq)
);
create index audit_by_age on audit (connection, at);

-- Sessions of the console, by the hash of their token: who reads this table can sign in as nobody.
create table sessions (
    token_hash bytea primary key,
    connection text not null default '',
    data jsonb not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);
create index sessions_by_expiry on sessions (expires_at);
