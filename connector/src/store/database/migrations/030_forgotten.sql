-- What was forgotten on purpose, so that late and repeated deliveries do not bring it back: hashes under a key of our
-- own, from which nobody without it can guess a number. kind `call`: for ever. `conversation`, `number`: what began
-- before `at`.
create table forgotten (
    connection text not null,
    mark text not null,
    kind text not null check (kind in ('call', 'conversation', 'number')),
    at timestamptz not null default now(),
    -- Whether the records in Salesforce, and the leads that we made, were to go as well.
    records boolean not null default false,
    leads boolean not null default false,
    primary key (connection, mark)
);
delete from memory where name = 'forgotten-activities';
