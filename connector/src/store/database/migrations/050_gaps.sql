-- Times of which Quo does not tell everything, until somebody acknowledges them.
create table quo_gaps (
    connection text not null,
    id bigint generated always as identity,
    list text not null check (list in ('calls', 'messages')),
    inbox text,
    from_at timestamptz not null,
    to_at timestamptz not null,
    error jsonb not null,
    found_at timestamptz not null default now(),
    acknowledged_at timestamptz,
    primary key (connection, id)
);
create index quo_gaps_open on quo_gaps (connection) where acknowledged_at is null;

-- How far Quo's lists were compared, by the end of the last comparison that went through.
insert into memory (connection, name, value)
select connection, 'compared-with-quo', jsonb_build_object('to', to_char(
    (remembered_at - interval '5 minutes') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
from memory where name = 'progress-repair' and value ->> 'state' = 'done'
on conflict do nothing;
