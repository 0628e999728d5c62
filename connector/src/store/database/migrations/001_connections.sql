-- One row per org and workspace pair. Every other table carries the connection's id, first in its key.
create table connections (
    id text primary key,
    settings jsonb not null default '{}',
    paused_until timestamptz,
    paused_because jsonb,
    created_at timestamptz not null default now()
);
