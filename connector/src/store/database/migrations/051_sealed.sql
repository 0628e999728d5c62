-- Keyed hashes of the numbers that take part, beside the sealed facts; null: of before, and not sealed yet.
alter table facts add column numbers text[];
-- How far rows of before are sealed: table by table, in the order of their keys.
create table sealing (
    name text primary key,
    after jsonb,
    done_at timestamptz
);
-- What is asked again anyway.
delete from unknown_numbers;
