-- What the addresses that play in place are made with by now, and who held the right to listen when that was last asked.
create table listening (
    connection text primary key,
    generation text not null,
    listeners jsonb
);
-- Calls that play for nobody any more, and people for whom nothing plays: until somebody lets them again.
create table listening_ended (
    connection text not null,
    kind text not null check (kind in ('call', 'person')),
    subject text not null,
    name text not null,
    actor text not null,
    at timestamptz not null default now(),
    primary key (connection, kind, subject)
);
